const message = 'A pure room gets clock, random numbers, timers and network through its ports.';

const names = `
  Date performance Temporal crypto globalThis self window global Function eval
  setTimeout setInterval setImmediate clearTimeout clearInterval scheduler
  requestAnimationFrame requestIdleCallback navigator location indexedDB caches
  fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource importScripts
  Worker SharedWorker BroadcastChannel MessageChannel postMessage
`;

/** What a pure room may not say, by name, through the global object, or by another name for `Math`. */
export const pureRoom = {
  'no-restricted-globals': [
    'error',
    ...names
      .trim()
      .split(/\s+/)
      .map((name) => ({ name, message })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message },
    { object: 'AbortSignal', property: 'timeout', message },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'VariableDeclarator > Identifier.init[name=/^(Math|AbortSignal)$/]', message },
    { selector: 'ImportExpression', message },
  ],
};
