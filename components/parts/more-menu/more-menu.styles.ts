import { css } from 'lit';

export const moreMenuStyles = css`
  @container (width >= 320px) {
    .until-320 {
      display: none;
    }
  }
  @container (width >= 600px) {
    .until-600 {
      display: none;
    }
  }
  @container (width >= 1024px) {
    .until-1024 {
      display: none;
    }
  }
`;
