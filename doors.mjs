/** The entries of the package: what the build makes, what the tests import by name, what the sizes are counted for. */
export const doors = [
  { name: 'index', specifier: 'famedly-calls', source: 'src/index.ts' },
  { name: 'matrix-client', specifier: 'famedly-calls/matrix-client', source: 'src/matrix/client/index.ts' },
  { name: 'memory', specifier: 'famedly-calls/memory', source: 'src/matrix/memory/index.ts' },
  { name: 'components', specifier: 'famedly-calls/components', source: 'components/index.ts' },
  { name: 'define', specifier: 'famedly-calls/define', source: 'components/define.ts' },
  { name: 'group', specifier: 'famedly-calls/group', source: 'components/group.ts' },
  { name: 'define-group', specifier: 'famedly-calls/define-group', source: 'components/define-group.ts' },
];

/** Entries of types alone: how the elements are written in a framework. */
export const typeDoors = [
  { name: 'react', specifier: 'famedly-calls/react', source: 'components/frameworks/react.d.ts' },
  { name: 'svelte', specifier: 'famedly-calls/svelte', source: 'components/frameworks/svelte.d.ts' },
  { name: 'vue', specifier: 'famedly-calls/vue', source: 'components/frameworks/vue.d.ts' },
];
