import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes `integrity.json`, the hash of every script that was built, and says how a page pins them: the entry by its tag,
 * what is loaded later by an import map.
 */
export function integrity(entry) {
  return {
    name: 'integrity',
    async writeBundle({ dir }, bundle) {
      const scripts = Object.keys(bundle)
        .filter((file) => file.endsWith('.js'))
        .toSorted();
      const hashes = {};
      for (const file of scripts) hashes[`./${file}`] = hashOf(await readFile(join(dir, file)));
      await writeFile(join(dir, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
      console.log(pinned(`./${entry}.js`, hashes));
    },
  };
}

function hashOf(contents) {
  return `sha384-${createHash('sha384').update(contents).digest('base64')}`;
}

function pinned(script, { [script]: hash, ...parts }) {
  const map = JSON.stringify({ integrity: parts }, null, 2);
  return [
    'To pin what a page loads, with the address of the scripts in place of ".":',
    `<script type="importmap">\n${map}\n</script>`,
    `<script type="module" src="${script}" crossorigin integrity="${hash}"></script>`,
  ].join('\n');
}
