// A process of its own. Its stdin is a pipe from the process that runs the servers; the pipe ends when that process
// is gone, however it went, and what is left of its children and folders goes too.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** @type {Set<number>} */
const processes = new Set();
/** @type {Set<string>} */
const folders = new Set();

for await (const line of createInterface({ input: process.stdin })) {
  const { started, ended, folder } = JSON.parse(line);
  if (started) processes.add(started);
  if (ended) processes.delete(ended);
  if (folder) folders.add(folder);
}

for (const pid of processes) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the same moment.
  }
}
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
