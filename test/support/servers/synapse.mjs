import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { findSynapse, missingLine } from './programs.mjs';
import { synapseSettings } from './synapse-settings.mjs';

/**
 * @param {import('./run-folder.mjs').RunFolder} folder
 * @param {Omit<import('./synapse-settings.mjs').SettingsInput, 'folder' | 'port'>} wishes
 */
export async function startSynapse(folder, wishes) {
  const command = findSynapse();
  if (!command) throw new Error(missingLine('Synapse'));
  const port = await freePort();
  const homeserverUrl = `http://127.0.0.1:${port}`;
  const settingsFile = join(folder.path, 'homeserver.yaml');
  const settings = synapseSettings({ ...wishes, folder: folder.path, port });
  // JSON is YAML.
  writeFileSync(settingsFile, JSON.stringify(settings, null, 2), { mode: 0o600 });
  writeFileSync(settings.log_config, JSON.stringify(LOG_SETTINGS));
  const key = randomBytes(32).toString('base64').replace(/=+$/, '');
  writeFileSync(settings.signing_key_path, `ed25519 a_calls ${key}\n`, { mode: 0o600 });

  const args = ['-m', 'synapse.app.homeserver', '-c', settingsFile];
  const answers = () => answersHttp(`${homeserverUrl}/_matrix/client/versions`);
  const start = () => folder.start({ name: 'synapse', command, args, answers });
  let server = await start();
  return {
    homeserverUrl,
    stop: () => server.stop(),
    /** On the same port, with the same database. */
    restart: async () => {
      server = await start();
    },
  };
}

const LOG_SETTINGS = {
  version: 1,
  formatters: { line: { format: '%(asctime)s %(levelname)s %(name)s %(message)s' } },
  handlers: { out: { class: 'logging.StreamHandler', formatter: 'line' } },
  root: { level: 'WARNING', handlers: ['out'] },
};

/** @param {string} url */
async function answersHttp(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
