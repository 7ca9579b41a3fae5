import { css } from 'lit';

export const statisticsStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    margin-block-end: 4px;
  }
  tr {
    block-size: 36px;
    border-block-end: 1px solid var(--_line);
  }
  :is(th, td) {
    padding: 0;
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  th {
    color: var(--_ink-quiet);
  }
  th:first-child {
    inline-size: 30%;
    text-align: start;
  }
  @container (width < 320px) {
    table {
      font-size: 12px;
    }
    th:first-child {
      inline-size: 27%;
    }
  }
`;
