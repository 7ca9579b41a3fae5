// Installs what the tests on real servers need and is not there yet: Chromium, coturn, Synapse.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  SYNAPSE_VERSION,
  findChromium,
  findOnPath,
  findSynapse,
  findTurnserver,
  missingLine,
  synapseFolder,
} from './programs.mjs';

const OLDEST_PYTHON = 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))';

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // What the tools print goes to stderr: stdout says only what is missing.
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

function findPython() {
  const names = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
  const places = names.flatMap((name) => [findOnPath(name), `/usr/bin/${name}`]);
  return places.find(
    (place) => place && existsSync(place) && spawnSync(place, ['-c', OLDEST_PYTHON]).status === 0,
  );
}

function installDebianPackages() {
  const mayInstall = process.getuid?.() === 0 && findOnPath('apt-get') !== undefined;
  if (!mayInstall) return;
  const packages = [
    ...(findChromium() ? [] : ['chromium']),
    ...(findTurnserver() ? [] : ['coturn']),
    ...(findSynapse() || findPython() ? [] : ['python3-venv']),
  ];
  if (packages.length === 0) return;
  // Another package manager that is at work is waited for.
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', [...patience, 'update', '-q']);
  run('apt-get', [...patience, 'install', '-q', '-y', '--no-install-recommends', ...packages]);
}

/** Built beside its place and moved there whole, so that an installation that broke off never looks complete. */
function installSynapse() {
  const python = findPython();
  if (!python) return;
  const folder = synapseFolder();
  const draft = `${folder}.${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    const pip = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check'];
    const complete =
      run(python, ['-m', 'venv', draft]) &&
      run(join(draft, 'bin', 'python'), [...pip, `matrix-synapse==${SYNAPSE_VERSION}.*`]);
    if (!complete || findSynapse()) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

installDebianPackages();
if (!findSynapse()) installSynapse();

const missing = [
  ...(findChromium() ? [] : [missingLine('Chromium')]),
  ...(findTurnserver() ? [] : [missingLine('coturn')]),
  ...(findSynapse() ? [] : [missingLine(findPython() ? 'Synapse' : 'Python')]),
];
for (const line of missing) console.log(line);
if (missing.length > 0) process.exitCode = 1;
