import { readdirSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));
const counts = { passed: 0, failed: 0 };

const results = run({ files: files.map((file) => folder + file), concurrency: true });
results.on('test:pass', ({ details }) => (counts.passed += details.type === 'suite' ? 0 : 1));
results.on('test:fail', ({ details }) => (counts.failed += details.type === 'suite' ? 0 : 1));
results.compose(spec).pipe(process.stdout);

process.on('exit', () => {
  process.stdout.write(`walls: ${counts.passed} passed, ${counts.failed} failed\n`);
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
});
