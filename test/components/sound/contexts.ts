/** Every audio context that was opened since it was emptied. */
export const contexts: AudioContext[] = [];

/** Keeps book of them while the tests of this block run. */
export function watchContexts(): void {
  const real = window.AudioContext;
  before(() => {
    window.AudioContext = class extends real {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    };
  });
  beforeEach(() => (contexts.length = 0));
  after(() => (window.AudioContext = real));
}
