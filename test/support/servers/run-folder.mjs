import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const START_LIMIT = 60_000;
const STOP_LIMIT = 5_000;

/** @typedef {Awaited<ReturnType<RunFolder['start']>>} Server */

/** A temporary folder and the servers that live in it. All of it goes when this process goes, also when it crashes. */
export class RunFolder {
  path = mkdtempSync(join(tmpdir(), 'famedly-calls-'));
  #watchdog = spawn(process.execPath, [fileURLToPath(new URL('watchdog.mjs', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  #watchdogEnded = new Promise((resolve) => this.#watchdog.once('exit', resolve));

  constructor() {
    this.#tell({ folder: this.path });
  }

  /**
   * Starts a server and resolves when it answers.
   * @param {{ name: string, command: string, args: string[], answers: () => Promise<boolean> }} server
   */
  async start({ name, command, args, answers }) {
    const logFile = join(this.path, `${name}.log`);
    const log = openSync(logFile, 'a');
    // A process group of its own: Ctrl-C in a terminal reaches us alone, and we stop it in order.
    const child = spawn(command, args, { cwd: this.path, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    let running = true;
    /** @type {Promise<void>} */
    const ended = new Promise((resolve) => {
      const end = () => {
        running = false;
        this.#tell({ ended: child.pid });
        resolve();
      };
      child.once('exit', end);
      child.once('error', end);
    });
    this.#tell({ started: child.pid });

    const deadline = Date.now() + START_LIMIT;
    while (!(await answers())) {
      if (!running || Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`${name} did not start:\n${readFileSync(logFile, 'utf8').slice(-3000)}`);
      }
      await delay(20);
    }

    return {
      pause: () => void child.kill('SIGSTOP'),
      continue: () => void child.kill('SIGCONT'),
      async stop() {
        if (!running) return;
        child.kill('SIGCONT');
        child.kill('SIGTERM');
        const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
        await ended;
        clearTimeout(impatience);
      },
    };
  }

  /** Ends the watchdog, which clears away the folder and whatever still runs in it. */
  async remove() {
    this.#watchdog.stdin.end();
    await this.#watchdogEnded;
  }

  /** @param {object} message */
  #tell(message) {
    this.#watchdog.stdin.write(`${JSON.stringify(message)}\n`);
  }
}
