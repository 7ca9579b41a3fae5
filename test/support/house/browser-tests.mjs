import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findChromium, missingLine } from '../servers/programs.mjs';
import { countsReporter } from './counts-reporter.mjs';
import { packageDoors } from './package-doors.mjs';
import { readmeExample } from './readme-example.mjs';
import { servedKernels } from './served-kernels.mjs';

const flags = [
  '--no-sandbox',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  // A headless window may count as one in the background.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--js-flags=--expose-gc',
];

/** A page that believes to have the focus, whichever window has it: else no focus event is fired in it. */
async function createPage({ context }) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

/** How the tests in `files` run in Chromium, one file after another: a call fills two cores. A file has `minutes`. */
export function browserTests({ name, files, minutes }) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(missingLine('Chromium'));
  return {
    files,
    nodeResolve: true,
    browsers: [
      chromeLauncher({ launchOptions: { executablePath, args: flags }, createPage, concurrency: 1 }),
    ],
    middleware: [servedKernels],
    plugins: [packageDoors(), readmeExample(), esbuildPlugin({ ts: true, target: 'es2022' })],
    filterBrowserLogs: ({ type, args }) =>
      type !== 'debug' && !String(args[0]).startsWith('Lit is in dev mode'),
    reporters: [defaultReporter({ reportTestProgress: false }), countsReporter(name)],
    testsFinishTimeout: minutes * 60_000,
    testFramework: { config: { timeout: 20_000, ui: 'bdd' } },
  };
}
