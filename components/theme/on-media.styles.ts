import { css } from 'lit';

/** On video no theme: white on a dark plate. For the element that has parts with the attribute `on-media`. */
export const onMediaStyles = css`
  [on-media] {
    --_control: var(--_media-control);
    --_control-hover: var(--_media-control-hover);
    --_control-pressed: var(--_media-control-pressed);
    --_ink: var(--_media-ink);
    --_ink-inverse: #13201b;
    --_ink-quiet: #d6deda;
    --_surface: var(--_media-plate);
    --_accent: var(--_media-accent);
    --_accent-hover: #74dfba;
    --_on-accent: #03251a;
    --_line: rgb(255 255 255 / 0.14);
    --_outline: #fff;
    --_focus: #fff;
    --_focus-gap: #13201b;
    color: var(--_media-ink);
  }
  [on-media]::part(dock) {
    box-shadow: none;
    border-color: var(--_media-edge);
    backdrop-filter: blur(18px) saturate(1.3);
  }
`;
