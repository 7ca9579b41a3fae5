/** What a call in progress adds: nothing here. */
export const inCallTokens = null;
