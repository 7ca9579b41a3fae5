const css = String.raw;
const width = 320;

/** Long as it is written, short as it ships. */
export const panelStyles = css`
  /* What a comment says is for those who read the source: none of it reaches a page, and none of it is counted. */
  :host {
    background-color: #ffffff;
  }

  @container (width < ${width}px) {
    :host {
      margin-top: 0px;
    }
  }
`;
