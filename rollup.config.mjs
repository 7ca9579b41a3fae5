import { readFileSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { assets } from './build/assets.mjs';
import { minifyMarkup } from './build/minify-markup.mjs';
import { minifyStyles } from './build/minify-styles.mjs';
import { scriptBuild } from './build/script.mjs';
import { workers } from './build/workers.mjs';
import { doors, typeDoors } from './doors.mjs';

const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);
const external = Object.keys({ ...dependencies, ...peerDependencies }).map(
  (name) => new RegExp(`^${name.replace('@types/', '')}(/|$)`),
);
const entries = (doors) => Object.fromEntries(doors.map(({ name, source }) => [name, source]));
const input = entries(doors);

export default [
  {
    input,
    external,
    plugins: [
      emptyFolder('dist'),
      workers(),
      assets(),
      minifyStyles(),
      minifyMarkup(),
      nodeResolve(),
      esbuild({ target: 'es2023' }),
    ],
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      chunkFileNames: 'parts/[name].js',
      assetFileNames: 'parts/[name][extname]',
    },
  },
  {
    input: { ...input, ...entries(typeDoors) },
    external,
    plugins: [dts({ tsconfig: 'tsconfig.json', compilerOptions: { stripInternal: true } })],
    output: { dir: 'dist', format: 'es', chunkFileNames: 'parts/[name].d.ts' },
  },
  scriptBuild,
];

function emptyFolder(folder) {
  return {
    name: 'empty-folder',
    buildStart: () => rmSync(folder, { recursive: true, force: true }),
  };
}
