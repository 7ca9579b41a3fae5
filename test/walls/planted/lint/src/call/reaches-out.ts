const { random } = Math; // refused: no-restricted-properties, no-restricted-syntax
const maths = Math; // refused: no-restricted-syntax

export function reachesOut(task: () => void): unknown[] {
  return [
    Date.now(), // refused: no-restricted-globals
    new Date(), // refused: no-restricted-globals
    globalThis.Date.now(), // refused: no-restricted-globals
    self.performance.now(), // refused: no-restricted-globals
    performance.now(), // refused: no-restricted-globals
    Math.random(), // refused: no-restricted-properties
    random(),
    maths.random(),
    crypto.randomUUID(), // refused: no-restricted-globals
    globalThis.crypto.randomUUID(), // refused: no-restricted-globals
    setTimeout(task, 1), // refused: no-restricted-globals
    setInterval(task, 1), // refused: no-restricted-globals
    globalThis['setTimeout'](task, 1), // refused: @typescript-eslint/dot-notation, no-restricted-globals
    queueMicrotask,
    AbortSignal.timeout(1), // refused: no-restricted-properties
    fetch('/'), // refused: no-restricted-globals
    globalThis.fetch('/'), // refused: no-restricted-globals
    new WebSocket('/'), // refused: no-restricted-globals
    import('../media/late.ts'), // refused: no-restricted-syntax
    Math.max(1, 2),
    AbortSignal.abort(),
  ];
}
