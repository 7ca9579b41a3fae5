import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { countsReporter } from './test/support/house/counts-reporter.mjs';
import { packageDoors } from './test/support/house/package-doors.mjs';
import { readmeExample } from './test/support/house/readme-example.mjs';
import { findChromium, missingLine } from './test/support/servers/programs.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error(missingLine('Chromium'));

const long = process.argv.includes('long');

const chromium = chromeLauncher({
  launchOptions: {
    executablePath,
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      // Two files share one window, so one of them is always "in the background".
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--js-flags=--expose-gc',
    ],
  },
  concurrency: long ? 1 : 2,
});

export default {
  nodeResolve: true,
  groups: [
    {
      name: 'unit',
      files: ['test/**/*.test.ts', '!test/{e2e,bench,long}/**'],
    },
    { name: 'long', files: ['test/long/**/*.test.ts'] },
  ],
  browsers: [chromium],
  plugins: [packageDoors(), readmeExample(), esbuildPlugin({ ts: true, target: 'es2022' })],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), countsReporter(long ? 'long' : 'unit')],
  testsFinishTimeout: (long ? 25 : 5) * 60_000,
  testFramework: { config: { timeout: 20_000, ui: 'bdd' } },
};
