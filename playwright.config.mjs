import { defineConfig } from '@playwright/test';
import { findChromium, missingLine } from './test/support/servers/programs.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error(missingLine('Chromium'));

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/support/serve-page.ts',
  // One call fills two cores; tests that wait for media do not share them.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['./test/support/house/playwright-counts.mjs']],
  use: {
    launchOptions: {
      executablePath,
      args: [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        // A machine without a network has no other address.
        '--allow-loopback-in-peer-connection',
      ],
    },
  },
});
