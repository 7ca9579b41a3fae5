export const now = (): number => Date.now(); // refused: no-restricted-globals
