// `npm run bench -- NAME`: measures, prints tables, and ends with one line of JSON.
const [name] = process.argv.slice(2);
const benches = {
  call: () => import('./call/bench.mjs'),
  element: () => import('./element/bench.mjs'),
  mesh: () => import('./mesh/bench.mjs'),
};

if (name === undefined || !Object.hasOwn(benches, name)) {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(2);
}
const { bench } = await benches[/** @type {keyof typeof benches} */ (name)]();
console.log(JSON.stringify({ bench: name, ...(await bench()) }));
