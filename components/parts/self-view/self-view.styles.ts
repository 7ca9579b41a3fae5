import { css } from 'lit';

export const selfViewStyles = css`
  :host {
    position: absolute;
    z-index: 2;
    inline-size: var(--_self);
    aspect-ratio: var(--_self-ratio);
    inset-inline-end: var(--_edges);
    /* Above the dock. */
    inset-block-end: calc(var(--_bottom) + var(--_size) + 2 * var(--_dock-pad) + 2px + var(--_gap));
    touch-action: none;
    user-select: none;
    cursor: grab;
  }
  /* Beside the dock. */
  @container (width >= 1024px) {
    :host {
      inset-block-end: var(--_bottom);
    }
  }
  .frame {
    block-size: 100%;
    border-radius: var(--_tile-radius);
  }
  /* An edge on any picture. Focus has rings instead. */
  .frame:not(:focus-visible) {
    box-shadow:
      0 0 0 1.5px rgb(255 255 255 / 0.32),
      0 8px 24px rgb(0 0 0 / 0.28);
  }
  ::slotted(famedly-tile) {
    block-size: 100%;
  }
`;
