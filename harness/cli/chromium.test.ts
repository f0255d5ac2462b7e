import { execFileSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { missingForChromium } from '../browser/find-chromium.ts';
import { main, userFolder } from '../fixtures/command-line.ts';
import { notesOnAbsent, selectColumns } from './columns.ts';

const isExpected = missingForChromium() === undefined || Boolean(process.env['CHROMIUM']);

const install = 'no chromium is found; install it (Debian: apt-get install chromium-headless-shell), or set CHROMIUM';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('without a Chromium, --client=all leaves out its columns, and one line says what to install', async () => {
  vi.stubEnv('CHROMIUM', '');
  vi.stubEnv('PATH', '/nowhere');
  const columns = await selectColumns(['all'], ['wire']);
  expect(columns.map(({ id }) => id).filter((id) => id.startsWith('chromium'))).toEqual([]);
  expect(notesOnAbsent(['all'])).toEqual([`skipped: chromium/fetch, chromium/navigation: ${install}`]);
});

test.for<[name: string, fault: string]>([
  ['chromium', `--client=chromium: ${install}`],
  [
    'chromium@1.0.0',
    '--client=chromium/fetch@1.0.0: chromium/fetch is a program of this machine, in the version that is installed',
  ],
])('without a Chromium, --client=%s is refused in one line', async ([name, fault]) => {
  vi.stubEnv('CHROMIUM', '');
  vi.stubEnv('PATH', '/nowhere');
  await expect(selectColumns([name], ['wire'])).rejects.toThrow(fault);
});

test('a CHROMIUM that does not exist is refused in one line', async () => {
  vi.stubEnv('CHROMIUM', '/nowhere/chromium');
  await expect(selectColumns(['chromium'], ['wire'])).rejects.toThrow(
    '--client=chromium: there is no /nowhere/chromium, which CHROMIUM names; correct it, or unset it',
  );
});

const anyPage = { '{home}/old': { status: 302, location: '{home}/new' }, '{home}/new': { status: 200, body: 'arrived' } };
const loopingPage = {
  ...anyPage,
  '{home}/new': { status: 200, headers: [['Content-Type', 'text/html']], body: '<script>for (;;);</script>' },
};

/** A suite of a user with a navigation to each of these pages. */
const house = (pages: Readonly<Record<string, object>>): string =>
  JSON.stringify({
    id: 'house',
    scenarios: Object.entries(pages).map(([name, routes]) => ({
      id: `house/${name}`,
      title: name,
      routes,
      calls: [{ method: 'GET', url: '{home}/old' }],
    })),
  });

const navigating = ['--client=chromium/navigation', '--scenarios=./house.json', '--suite=house'];

/** The processes whose command line names a folder, such as that of their profile. */
const processesOf = (folder: string): readonly string[] =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder));

describe.skipIf(!isExpected)(isExpected ? 'a Chromium' : 'a Chromium (none is found: set CHROMIUM)', { timeout: 120_000 }, () => {
  test.for<[what: string, script: string, why: RegExp]>([
    ['is no browser', 'exit 3', /Command failed: \S+ --version; reinstall it/],
    ['prints no version', 'echo hello', /it prints no version; reinstall it/],
    [
      'cannot be started',
      '[ "$1" = --version ] && echo 1.2.3 || { echo "error while loading shared libraries: libnss3.so" >&2; exit 127; }',
      /error while loading shared libraries: libnss3\.so; reinstall it/,
    ],
  ])('that %s is a fault in one line', async ([, script, why], { expect: x }) => {
    await using folder = await userFolder({ 'house.json': house({ any: anyPage }), chromium: `#!/bin/sh\n${script}\n` });
    const program = join(folder.path, 'chromium');
    await chmod(program, 0o755);
    const { code, stdout } = await folder.start([main, ...navigating], { env: { CHROMIUM: program } }).ended;
    x(code).toBe(2);
    const faults = stdout.split('\n').filter((line) => line.includes('does not start as a Chromium'));
    x(faults).toEqual([x.stringMatching(why)]);
    x(await folder.temporary()).toEqual([]);
  });

  test('whose page never ends its script costs one scenario', async ({ expect: x }) => {
    await using folder = await userFolder({ 'house.json': house({ before: anyPage, loops: loopingPage, after: anyPage }) });
    const { env } = process;
    await folder.start([main, ...navigating], { env: { CHROMIUM: env['CHROMIUM'] } }).ended;
    const { cells } = await folder.results();
    x(cells.map(({ observation }) => observation?.outcomes.map(({ kind }) => kind))).toEqual([
      ['response'],
      ['hung'],
      ['response'],
    ]);
    x(await folder.temporary()).toEqual([]);
    await x.poll(() => processesOf(folder.path), { timeout: 10_000 }).toEqual([]);
  });

  test('ends with Ctrl-C, and leaves no process and no file', async ({ expect: x }) => {
    await using folder = await userFolder({ 'house.json': house({ loops: loopingPage, after: anyPage }) });
    const command = folder.start([main, ...navigating, '--verbose'], { env: { CHROMIUM: process.env['CHROMIUM'] } });
    await command.until('GET /new');
    x(processesOf(folder.path).some((line) => line.includes('--user-data-dir'))).toBe(true);
    command.process.kill('SIGINT');
    x((await command.ended).code).toBe(130);
    x(await folder.temporary()).toEqual([]);
    await x.poll(() => processesOf(folder.path), { timeout: 10_000 }).toEqual([]);
  });
});
