/** The rooms of `src` and who may enter which: a room may import from the rooms named beside it and from itself. */
const mayImport = {
  foundation: [],
  signalling: ['foundation'],
  call: ['signalling', 'foundation'],
  'group-call': ['signalling', 'foundation'],
  matrix: ['signalling', 'foundation'],
  media: ['signalling', 'foundation'],
  session: ['call', 'group-call', 'matrix', 'media', 'signalling', 'foundation'],
};

const rooms = Object.entries(mayImport).map(([room, others]) => ({
  name: `room-${room}`,
  comment: `src/${room} may import ${['itself', ...others].join(', ')} and nothing else of src.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})/` },
}));

/** The rooms of `components` likewise; the files named in the pattern below are for all. */
const elementsMayImport = {
  theme: [],
  locales: [],
  attention: ['locales'],
  parts: ['locales', 'theme'],
  'engine-link': ['attention', 'parts', 'locales'],
  call: ['engine-link', 'attention', 'parts', 'locales', 'theme'],
  'group-call': ['engine-link', 'attention', 'parts', 'locales', 'theme'],
};

const elementRooms = Object.entries(elementsMayImport).map(([room, others]) => ({
  name: `element-room-${room}`,
  comment: `components/${room} may import ${['itself', ...others].join(', ')} and nothing else of components.`,
  severity: 'error',
  from: { path: `^components/${room}/` },
  to: {
    path: '^components/',
    pathNot: `^components/((${[room, ...others].join('|')})/|(fetch-once|register|version|warn)\\.ts$)`,
  },
}));

const adapters = '^src/matrix/(client|widget|memory)/';

module.exports = {
  forbidden: [
    ...rooms,
    ...elementRooms,
    {
      name: 'voip-below-index',
      comment: 'The engine does not know its own door.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/index\\.ts$' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'adapters-are-handed-in',
      comment: 'Nothing imports an adapter of the Matrix port; the page chooses one and hands it to VoIP.',
      severity: 'error',
      from: { path: '^src/', pathNot: adapters },
      to: { path: adapters },
    },
    {
      name: 'adapters-apart',
      comment: 'Who uses one adapter does not pay for another.',
      severity: 'error',
      from: { path: '^src/matrix/(client|widget|memory)/' },
      to: { path: adapters, pathNot: '^src/matrix/$1/' },
    },
    {
      name: 'pure-rooms-get-their-ports',
      comment: 'Clock and random numbers reach a pure room as arguments: it may name their types only.',
      severity: 'error',
      from: { path: '^src/(call|group-call|signalling)/' },
      to: { path: '^src/foundation/(clock|opaque-id|log)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-lit-in-the-engine',
      comment: 'Elements live in components/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|node_modules/)(@?lit|lit-html|lit-element|@lit-labs)(/|$)' },
    },
    {
      name: 'matrix-js-sdk-for-signing-in',
      comment:
        'The page owns its client; the adapter describes what it needs of it structurally. Only signing in makes one.',
      severity: 'error',
      from: { path: '^(src|components)/', pathNot: '^components/engine-link/sign-in/' },
      to: { path: '(^|node_modules/)matrix-js-sdk' },
    },
    {
      name: 'components-use-the-door',
      comment: 'Elements know the engine through src/index.ts only.',
      severity: 'error',
      from: { path: '^components/', pathNot: '^components/engine-link/' },
      to: { path: '^src/', pathNot: '^src/(index|matrix/client/index)\\.ts$' },
    },
    {
      name: 'engine-link-brings-the-adapter',
      comment:
        'What a page hands over has a type; the adapter itself is fetched where elements are bound to the engine.',
      severity: 'error',
      from: { path: '^components/', pathNot: '^components/engine-link/' },
      to: { path: '^src/matrix/client/index\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-link-uses-two-doors',
      comment: "Only what binds elements to the engine knows an adapter, the one for the page's client.",
      severity: 'error',
      from: { path: '^components/engine-link/' },
      to: { path: '^src/', pathNot: '^src/(index|matrix/client/index)\\.ts$' },
    },
    {
      name: 'parts-know-no-engine',
      comment: 'What is shown knows types of the engine and nothing that runs.',
      severity: 'error',
      from: { path: '^components/(parts|theme|locales)/' },
      to: { path: '^src/index\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-knows-no-elements',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^components/' },
    },
    {
      name: 'demo-is-a-customer',
      comment: 'The demo imports the package by its name, as a customer does.',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^(src|components)/' },
    },
    {
      name: 'nobody-imports-the-demo',
      severity: 'error',
      from: { path: '^(src|components)/' },
      to: { path: '^demo/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(src|components|demo)/' },
      to: { path: '^test/' },
    },
    {
      name: 'only-declared-packages',
      comment: 'What ships imports what a customer gets: dependencies and peer dependencies.',
      severity: 'error',
      // Types for frameworks, which are optional peer dependencies and not installed here.
      from: { path: '^(src|components)/', pathNot: '^components/frameworks/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined', 'core'],
        // A peer dependency is a tool here as well, for the tests.
        dependencyTypesNot: ['npm-peer'],
      },
    },
    {
      name: 'no-circles',
      comment: 'Types may know each other; what runs may not.',
      severity: 'error',
      from: { path: '^(src|components|demo)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: '^(src|components|test)/', pathNot: '^(test/walls|components/frameworks)/' },
      to: { couldNotResolve: true, pathNot: '^famedly-calls' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(test/walls/planted|demo/dist|dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
