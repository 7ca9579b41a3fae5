import { existsSync } from 'node:fs';

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser that the tests drive, or one line that says how to get it. */
export function chromiumPath() {
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found) return found;
  throw new Error(
    'Chromium is missing: `sudo apt-get install chromium` (Debian) or `brew install --cask chromium` (macOS), or set CHROMIUM_PATH.',
  );
}
