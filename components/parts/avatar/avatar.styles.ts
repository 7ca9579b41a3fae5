import { css } from 'lit';

export const avatarStyles = css`
  :host {
    inline-size: fit-content;
    block-size: fit-content;
    display: block;
    flex: none;
  }
  .avatar {
    --_d: var(--_s, var(--_avatar));
    position: relative;
    inline-size: var(--_d);
    block-size: var(--_d);
    font: 600 calc(var(--_d) * 0.34) / 1 var(--_font);
    letter-spacing: 0.01em;
    user-select: none;
  }
  .face {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    overflow: hidden;
    border-radius: 50%;
    border: 2px solid var(--_edge);
    background: var(--_avatar-fill, var(--_hue)) border-box;
    color: var(--_avatar-ink);
  }
  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
`;
