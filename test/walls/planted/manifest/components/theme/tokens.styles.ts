export const tokens = ':host { --_ink: var(--famedly-color-ink, light-dark(#000, #fff)); }';
