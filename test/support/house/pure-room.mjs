const why = 'A pure room gets clock, random numbers, timers and network through its ports.';

const refused = [
  'Date',
  'crypto',
  'performance',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'indexedDB',
  'caches',
  'navigator',
  'location',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'requestAnimationFrame',
  'requestIdleCallback',
  'queueMicrotask',
  'scheduler',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'importScripts',
  'postMessage',
];
const globalObjects = ['globalThis', 'self', 'window', 'global'];

/** What a pure room may not say, by name or by way of the global object. */
export const pureRoom = {
  'no-restricted-globals': [
    'error',
    ...[...refused, ...globalObjects].map((name) => ({ name, message: why })),
  ],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: why }],
  'no-restricted-syntax': [
    'error',
    {
      selector: "VariableDeclarator[init.name='Math'] Property[key.name='random']",
      message: why,
    },
    { selector: "MemberExpression[property.name='timeout'][object.name='AbortSignal']", message: why },
    { selector: 'ImportExpression', message: why },
  ],
};
