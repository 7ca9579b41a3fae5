interface Runner {
  only(name: string): void;
  skip(name: string): void;
  runs(name: string): void;
}
declare const it: Runner;
declare const page: { waitForTimeout(ms: number): void };

it.only('the rest is left out'); // refused: no-restricted-syntax
it.skip('this is left out'); // refused: no-restricted-syntax
it.runs('as it should');
page.waitForTimeout(1000); // refused: no-restricted-syntax
