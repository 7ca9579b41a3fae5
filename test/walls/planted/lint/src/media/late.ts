export const now = (): number => Date.now();
export function loose(value: any): void { // refused: @typescript-eslint/no-explicit-any
  Promise.resolve(value); // refused: @typescript-eslint/no-floating-promises
  console.log('x'); // refused: no-console
}
