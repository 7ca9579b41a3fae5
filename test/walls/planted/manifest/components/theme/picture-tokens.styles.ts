/** What pictures of people add: nothing here. */
export const pictureTokens = null;
