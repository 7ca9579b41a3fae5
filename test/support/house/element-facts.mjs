import { readFileSync, readdirSync } from 'node:fs';

/**
 * What the sources below `folder` (`components/`) give a page of each element, by tag: slots and parts from its templates,
 * events from where they are made, custom properties from where they are read.
 */
export function sourceFacts(folder, tag) {
  const all = sourcesIn(folder);
  const own = all.filter(({ file }) => file.startsWith(folderOf(tag)));
  const others = ['parts/', ...elements.filter((each) => each !== folderOf(tag))];
  const above = all.filter(({ file }) => !others.some((other) => file.startsWith(other)));
  const code = (sources) => sources.map(({ text }) => text).join('\n');
  return {
    slots: found(code(own), /<slot(?:\s+name=(?:"([^"]*)"|(\$\{)))?/g).flatMap((name) =>
      name === '${' ? slotted(code(own)) : [name ?? ''],
    ),
    cssParts: [
      ...found(code(own), /\spart=("[^"]*"|\$\{)/g).flatMap(words),
      ...found(code(own), /\sexportparts=("[^"]*"|\$\{)/g)
        .flatMap((value) => value.split(','))
        .flatMap((pair) => words(pair.split(':').at(-1))),
    ],
    eventClasses: found(code(above), /new (Famedly\w+Event)\(/g),
    cssProperties: found(code(all), /(?:var\(|getPropertyValue\(['"`])\s*(--famedly-[\w-]+)/g),
    typed: found(code(above), /^\s+'(famedly-[\w-]+': \w+);$/gm).map((entry) => entry.replace("'", '')),
  };
}

/** Folders of the public elements. */
const elements = ['call/', 'group-call/'];
const folderOf = (tag) => `${tag.replace('famedly-', '')}/`;

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: withoutComments(readFileSync(`${folder}/${file}`, 'utf8')) }));
}

function withoutComments(text) {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function found(text, pattern) {
  return [...new Set([...text.matchAll(pattern)].map(([, name, other]) => name ?? other))];
}

/** Slots whose names a template puts in stand in the constant `SLOTTED`. */
function slotted(text) {
  const [names = '${'] = found(text, /SLOTTED\b[^=\n]*= new Set\(\[([^\]]*)\]/g);
  return names.split(',').map((name) => name.replaceAll("'", '').trim());
}

/** A name that is put together while it runs stays as the `${` that it starts with, and so is nobody's documented name. */
function words(value) {
  return value.replaceAll('"', '').split(/\s+/).filter(Boolean);
}

/**
 * What the script at `url` gives a page, asked there: the attributes and members of each element that it exports and
 * registers, and the type of each event class. Runs in the page.
 */
export async function runtimeFacts(url) {
  const brought = await import(url);
  // What Rollup lets the parts that are loaded later take from the script has short names of its own.
  const classes = Object.entries({ ...brought, ...(await brought.defineGroup?.()) }).filter(
    ([name, value]) => typeof value === 'function' && name.startsWith('Famedly'),
  );
  const elements = {};
  for (const [, element] of classes.filter(([, { prototype }]) => prototype instanceof HTMLElement)) {
    const base = Object.getPrototypeOf(element);
    const plain = `plain-${crypto.randomUUID()}`;
    customElements.define(plain, class extends base {});
    const [one, other] = [new element(), document.createElement(plain)];
    const names = new Set([...Object.getOwnPropertyNames(element.prototype), ...Object.keys(one)]);
    elements[customElements.getName(element)] = {
      attributes: element.observedAttributes ?? [],
      members: [...names].filter((name) => !(name in other) && !name.startsWith('_')),
    };
  }
  const events = classes.filter(([, { prototype }]) => prototype instanceof Event);
  return { elements, events: Object.fromEntries(events.map(([name, { type }]) => [name, type])) };
}
