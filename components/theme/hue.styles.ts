import { css } from 'lit';

/** Eight colours for people, each dark enough for white initials: `data-hue` with the number from `hue`. */
export const hueStyles = css`
  [data-hue='1'] {
    --_hue: #17785d;
  }
  [data-hue='2'] {
    --_hue: #35649b;
  }
  [data-hue='3'] {
    --_hue: #a84c30;
  }
  [data-hue='4'] {
    --_hue: #5f58aa;
  }
  [data-hue='5'] {
    --_hue: #4a6376;
  }
  [data-hue='6'] {
    --_hue: #96406f;
  }
  [data-hue='7'] {
    --_hue: #1b7482;
  }
  [data-hue='8'] {
    --_hue: #80582f;
  }
`;
