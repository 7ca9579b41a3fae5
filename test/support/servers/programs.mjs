import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The minor version is part of the folder's name: another version is another installation. */
export const SYNAPSE_VERSION = '1.163';

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** How a person gets each program; the installer and the servers print the same line. */
const HOW_TO_GET = {
  Chromium:
    'Debian: sudo apt-get install chromium; macOS: brew install --cask chromium; or set CHROMIUM to its path',
  coturn: 'Debian: sudo apt-get install coturn; macOS: brew install coturn',
  Python: '3.10 or newer with venv; Debian: sudo apt-get install python3-venv; macOS: brew install python',
  Synapse:
    `npm run servers:install takes matrix-synapse ${SYNAPSE_VERSION} from PyPI; where there is no wheel for the ` +
    'machine it wants Rust; Debian: sudo apt-get install cargo; macOS: brew install rust',
};

/** @param {keyof typeof HOW_TO_GET} program */
export function missingLine(program) {
  return `Missing: ${program} (${HOW_TO_GET[program]})`;
}

export function synapseFolder() {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'famedly-calls', `synapse-${SYNAPSE_VERSION}`);
}

/** @returns {string | undefined} */
export function findChromium() {
  const chosen = process.env['CHROMIUM'];
  return (chosen ? [chosen] : CHROMIUM_PLACES).find((place) => existsSync(place));
}

/** @returns {string | undefined} */
export function findTurnserver() {
  return findOnPath('turnserver', ['/usr/bin', '/opt/homebrew/bin', '/usr/local/bin']);
}

/** @returns {string | undefined} The Python of Synapse's virtual environment. */
export function findSynapse() {
  const python = join(synapseFolder(), 'bin', 'python');
  return existsSync(python) ? python : undefined;
}

/** @param {string} name @param {string[]} alsoIn */
export function findOnPath(name, alsoIn = []) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...alsoIn];
  return folders.map((folder) => join(folder, name)).find((place) => existsSync(place));
}
