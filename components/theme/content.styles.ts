import { css } from 'lit';

/** Lists and numbers, which only cards, menus and sheets have. */
export const contentStyles = css`
  :where(ul, ol, dl, dd) {
    margin: 0;
    padding: 0;
  }
  :where(ul, ol) {
    list-style: none;
  }
  /* The words' direction may be another one than the page's. */
  :where(li) {
    unicode-bidi: plaintext;
    text-align: match-parent;
    text-align: -webkit-match-parent;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
`;
