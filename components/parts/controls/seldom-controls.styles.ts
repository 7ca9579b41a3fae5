import { css } from 'lit';

/** Words of the controls, a mark on a device that is not to be had, and the controls of a call that goes on. */
export const seldomControlsStyles = css`
  .tip {
    position: absolute;
    inset-block-end: calc(100% + 14px);
    padding: 4px 10px;
    border-radius: var(--famedly-radius-small, 8px);
    background: var(--_media-plate);
    color: var(--_media-ink);
    font-size: 13px;
    line-height: 20px;
    white-space: nowrap;
    pointer-events: none;
    display: block;
    opacity: 0;
    transition: opacity var(--_duration-quick);
  }
  /* By the wall of a narrow element it would be cut off. */
  .control:first-child .tip {
    inset-inline-start: 0;
  }
  kbd {
    font: inherit;
    opacity: 0.75;
    margin-inline-start: 6px;
  }
  @media (hover: hover) {
    .control:hover .tip {
      opacity: 1;
      transition-delay: 400ms;
    }
  }
  .control:focus-visible .tip {
    opacity: 1;
  }
  .control[aria-expanded='true'] .tip {
    display: none;
  }
  .failed::after {
    content: '';
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 6px;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_warning, var(--famedly-color-warning, #f2b53d));
    border: 2px solid var(--_ink);
  }
  @container (width < 320px) {
    .from-320 {
      display: none;
    }
  }
  @container (width < 1024px) {
    .from-1024 {
      display: none;
    }
  }
`;
