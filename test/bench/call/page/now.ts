/** ms on the clock that all pages of one machine share. */
export const now = (): number => performance.timeOrigin + performance.now();
