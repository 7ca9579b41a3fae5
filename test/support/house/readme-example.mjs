import { readFile } from 'node:fs/promises';

const address = '/readme-example.ts';

/** The engine's example, cut from the README and not a letter changed. */
export async function readmeExampleCode() {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((block) => block[1]);
  if (blocks.length !== 1) throw new Error(`README.md has ${blocks.length} ts blocks instead of one`);
  return blocks[0];
}

/** Serves the example as a module that a test imports. */
export function readmeExample() {
  return {
    name: 'readme-example',
    async serve({ path }) {
      return path === address ? { body: await readmeExampleCode(), type: 'js' } : undefined;
    },
  };
}
