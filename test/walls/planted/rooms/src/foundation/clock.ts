export const clock = 1;
export type Clock = 1;
