import { css } from 'lit';

/** A document of its own: no tokens of the element reach it, and like all that lies on video it has no theme. */
export const windowStyles = css`
  :root {
    --_font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
    --_focus: #fff;
    --_focus-gap: #13201b;
    color-scheme: dark;
  }
  body {
    margin: 0;
    block-size: 100vh;
    overflow: hidden;
    display: grid;
    place-items: center;
    background: #0d1312;
    color: #fff;
    font: 400 15px/22px var(--_font);
  }
  body[data-hue] {
    background: color-mix(in oklab, var(--_hue) 15%, #0d1312);
  }
  video {
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .person {
    display: grid;
    justify-items: center;
    gap: 8px;
    inline-size: calc(100vw - 24px);
    margin-block-end: 64px;
    font-weight: 600;
  }
  .avatar {
    inline-size: 64px;
    block-size: 64px;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--_hue);
    font-size: 22px;
  }
  .name {
    max-inline-size: 100%;
  }
  .controls {
    position: fixed;
    inset-block-end: 10px;
    inset-inline: 0;
    margin-inline: auto;
    inline-size: fit-content;
    display: flex;
    gap: 8px;
    padding: 6px;
    border-radius: 999px;
    background: rgb(10 15 13 / 0.78);
  }
  button {
    inline-size: 44px;
    block-size: 44px;
    display: grid;
    place-items: center;
    border-radius: 999px;
    background: rgb(255 255 255 / 0.15);
  }
  button:hover {
    background: rgb(255 255 255 / 0.24);
  }
  button.off {
    background: #fff;
    color: #13201b;
  }
  button.end {
    background: #d63f39;
    inline-size: 56px;
  }
  button.end:hover {
    background: #c2332e;
  }
  @media (prefers-contrast: more) {
    .controls {
      background: #000;
    }
    button {
      border: 2px solid #fff;
    }
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }
    button.off {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
