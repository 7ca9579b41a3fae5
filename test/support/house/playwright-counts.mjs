/** A Playwright reporter that ends with the line which `.ci/run` adds up. */
export default class PlaywrightCounts {
  #suite;
  #errors = 0;

  printsToStdio() {
    return false;
  }

  onBegin(_config, suite) {
    this.#suite = suite;
  }

  onError() {
    this.#errors += 1;
  }

  onEnd() {
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? [];
    const passed = outcomes.filter((outcome) => outcome === 'expected').length;
    const failed = outcomes.length - passed + this.#errors;
    process.stdout.write(`e2e: ${passed} passed, ${failed} failed\n`);
  }
}
