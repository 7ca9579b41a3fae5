import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { elementImports, elementSyntax, registersNothing } from './test/support/house/element-rules.mjs';
import { honestTests } from './test/support/house/honest-tests.mjs';
import { pureRoom } from './test/support/house/pure-room.mjs';

const pureRooms = ['call', 'group-call', 'signalling', 'foundation'].map((room) => `src/${room}/**/*.ts`);
/** Where the engine's own clock, random numbers and log come from; the pure rooms may name their types only. */
const ports = ['clock', 'opaque-id', 'log'].map((port) => `src/foundation/${port}.ts`);

export default defineConfig(
  globalIgnores([
    'dist/',
    'demo/dist/',
    'examples/',
    'test/walls/planted/',
    'components/frameworks/*.d.ts',
    'playwright-report/',
    'test-results/',
  ]),
  js.configs.recommended,
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-fallthrough': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['{src,components}/**/*.ts'],
    ignores: ['src/foundation/log.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['{src,components}/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: pureRooms, ignores: ports, rules: pureRoom },
  {
    files: ['components/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      // LitElement has every lifecycle callback, and the compiler knows it.
      'wc/guard-super-call': 'off',
      'no-restricted-syntax': ['error', ...elementSyntax, ...registersNothing],
      'no-restricted-imports': ['error', elementImports],
    },
  },
  {
    files: ['components/register.ts'],
    rules: { 'no-restricted-syntax': ['error', ...elementSyntax] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The types of @open-wc/semantic-dom-diff give chai's `equal` a promise, which it does not have.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: 'chai' }],
        },
      ],
      'no-restricted-syntax': ['error', ...honestTests],
    },
  },
);
