import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// The rule books are for copying: docs/decision-record.md names the files that a team takes.

/** What makes an adapter of this project out of a client. */
const OWN = ['index.ts', 'policy-client.ts', 'rule-books.ts'];

const copied = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts') && !OWN.includes(file));

const linesOf = (file: string): readonly string[] => readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');

test('each file can be read in 150 lines', () => {
  expect(copied).toContain('adr-016.ts');
  expect(copied.filter((file) => linesOf(file).length > 150)).toEqual([]);
});

/** A program that follows one redirect with the copied client, and prints the history. */
const PROGRAM = `
import { createServer } from 'node:http';
import { adr016Policy } from './adr-016.ts';
import { requestBy } from './client.ts';

const server = createServer(({ url }, response) => {
  response.writeHead(url === '/a' ? 301 : 200, { Location: '/b' }).end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { status, history } = await requestBy(adr016Policy)('PUT', \`http://127.0.0.1:\${server.address().port}/a\`);
console.log(status, history.map((redirect) => redirect.status).join());
process.exit();
`;

test('they work in a folder of their own', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'copy-'));
  for (const file of copied) cpSync(join(import.meta.dirname, file), join(folder.path, file));
  writeFileSync(join(folder.path, 'main.ts'), PROGRAM);
  writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }');
  expect(execFileSync(process.execPath, ['main.ts'], { cwd: folder.path, encoding: 'utf8' })).toBe('200 301\n');
});
