import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleGateRun } from '../../reports/sample.fixture.ts';

// Reports of stored results: what a run prints and writes at its end, without the run.

const main = join(import.meta.dirname, 'main.ts');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-output-'));
  writeFileSync(join(folder, 'stored.json'), JSON.stringify(sampleGateRun()));
});

afterAll(() => rmSync(folder, { recursive: true }));

const start = (output: string, environment: Readonly<Record<string, string>>): ChildProcessByStdio<null, Readable, null> =>
  spawn(process.execPath, [main, 'report', 'stored.json', `--output=${output}`, '--reporter=no-html'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const printed = async (output: string, environment: Readonly<Record<string, string>> = {}): Promise<string> =>
  text(start(output, environment).stdout);

describe('standard output', () => {
  test('has colours only if they are forced, where there is no terminal', async () => {
    expect(await printed('plain')).not.toContain('\u001B[');
    expect(await printed('forced', { FORCE_COLOR: '1' })).toContain('\u001B[');
  });

  test('may be closed by its reader: the files are written, and the exit code stays', async () => {
    const child = start('closed', {});
    child.stdout.destroy();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'closed/results.json'))).toBe(true);
  });
});

describe('at GitHub', () => {
  const github = (summary: string): Promise<string> =>
    printed('github', { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, GITHUB_STEP_SUMMARY: join(folder, summary) });

  test('the summary is appended to that of the step, and errors are printed', async () => {
    writeFileSync(join(folder, 'summary.md'), '# Before\n');
    expect(await github('summary.md')).toMatch(/^::error file=wrong\.ts,line=1,title=wrong area\/b#settled::hung/m);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/^# Before\n## Redirects under Fetch Standard\n/);
  });

  test('nothing is appended to a summary that is full', async () => {
    const full = 'x'.repeat(1024 * 1024 - 10);
    writeFileSync(join(folder, 'full.md'), full);
    await github('full.md');
    expect(readFileSync(join(folder, 'full.md'), 'utf8')).toBe(full);
  });
});

test('at GitLab, the test cases are written', async () => {
  await printed('gitlab', { GITLAB_CI: 'true' });
  expect(readFileSync(join(folder, 'gitlab/junit.xml'), 'utf8')).toContain('<testsuites ');
});
