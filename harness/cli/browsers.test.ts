import { execFileSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, type ExpectStatic, test, vi } from 'vitest';
import { type InstalledBrowser, installedBrowsers, missingFor } from '../browser/find-browser.ts';
import { main, type UserFolder, userFolder } from '../fixtures/command-line.ts';
import { notesOnAbsent, selectColumns } from './columns.ts';
import { planRun } from './plan-run.ts';

/** Whether this machine has a browser, or has to have it. */
const isExpected = (browser: InstalledBrowser): boolean =>
  missingFor(browser) === undefined || Boolean(process.env[browser.variable]);

const packageOf = ({ name }: InstalledBrowser): string => name.toLowerCase();

const installOf = (browser: InstalledBrowser): string =>
  `no ${packageOf(browser)} is found; install it (Debian: apt-get install ${browser.package}), or set ${browser.variable}`;

const stubNothing = (): void => {
  for (const { variable } of installedBrowsers) vi.stubEnv(variable, '');
  vi.stubEnv('PATH', '/nowhere');
};

afterEach(() => {
  vi.unstubAllEnvs();
});

test('without browsers, --client=all leaves out their columns, and a line for each says what to install', async () => {
  stubNothing();
  const columns = await selectColumns(['all'], ['wire']);
  expect(columns.filter(({ id }) => /^(chromium|firefox)/.test(id))).toEqual([]);
  expect(notesOnAbsent(['all'])).toEqual([
    'skipped: chromium/fetch, chromium/navigation: no chromium is found; install it (Debian: apt-get install chromium-headless-shell), or set CHROMIUM',
    'skipped: firefox/fetch, firefox/navigation: no firefox is found; install it (Debian: apt-get install firefox-esr), or set FIREFOX',
  ]);
});

test('who names a browser that is missing gets no run without it, and misses no other one', async () => {
  stubNothing();
  vi.stubEnv('FIREFOX', '/nowhere/firefox');
  await expect(planRun({ client: ['all'] })).rejects.toThrow(
    'FIREFOX is set, but skipped: firefox/fetch, firefox/navigation: there is no /nowhere/firefox, which FIREFOX names; correct it, or unset it',
  );
});

const anyPage = { '{home}/old': { status: 302, location: '{home}/new' }, '{home}/new': { status: 200, body: 'arrived' } };

/** The page, with a script that goes on while something holds. */
const pageWhile = (condition: string): object => ({
  ...anyPage,
  '{home}/new': {
    status: 200,
    headers: [['Content-Type', 'text/html']],
    body: `<script>const start = Date.now(); while (${condition});</script>`,
  },
});
const loopingPage = pageWhile('true');
const busyPage = pageWhile('Date.now() < start + 3_000');

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

interface Process {
  readonly id: number;
  readonly command: string;
}

/** The processes that have a folder in their command line, such as that of their profile, or in their environment. */
const processesOf = (folder: string): readonly Process[] =>
  execFileSync('ps', ['axewwo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\n')
    .filter((line) => line.includes(folder))
    .map((line) => ({ id: Number.parseInt(line, 10), command: line.trim() }));

/** No file and no process of a run is left. */
async function expectNothingLeft(folder: UserFolder, x: ExpectStatic): Promise<void> {
  x(await folder.temporary()).toEqual([]);
  await x.poll(() => processesOf(folder.path), { timeout: 10_000 }).toEqual([]);
}

/** The process of a browser that started all others of it. */
const isBrowser = ({ command }: Process): boolean =>
  /--(user-data-dir|profile)/.test(command) && !/--type=|-contentproc/.test(command);

describe.each(installedBrowsers.map((browser) => ({ ...browser, browser })))('$name', ({ browser, name, variable }) => {
  const navigating = [`--client=${packageOf(browser)}/navigation`, '--scenarios=./house.json', '--suite=house'];
  const env = { [variable]: process.env[variable] };

  test.for<[version: string, fault: string]>([
    ['', installOf(browser)],
    ['@1.0.0', `${packageOf(browser)}/fetch is a program of this machine, in the version that is installed`],
  ])('that is not there is refused in one line: --client=<name>%s', async ([version, fault]) => {
    stubNothing();
    await expect(selectColumns([packageOf(browser) + version], ['wire'])).rejects.toThrow(fault);
  });

  test('whose variable names nothing is refused in one line', async () => {
    vi.stubEnv(variable, '/nowhere/browser');
    await expect(selectColumns([packageOf(browser)], ['wire'])).rejects.toThrow(
      `--client=${packageOf(browser)}: there is no /nowhere/browser, which ${variable} names; correct it, or unset it`,
    );
  });

  describe.skipIf(!isExpected(browser))(
    isExpected(browser) ? 'as this machine has it' : `(none is found: set ${variable})`,
    { timeout: 200_000 },
    () => {
      test.for<[what: string, script: string, why: RegExp]>([
        ['is no browser', 'exit 3', /Command failed: \S+ --version; reinstall it/],
        ['prints no version', 'echo hello', /it prints no version; reinstall it/],
        [
          'cannot be started',
          '[ "$1" = --version ] && echo 1.2.3 || { echo "error while loading shared libraries: libnss3.so" >&2; exit 127; }',
          /error while loading shared libraries: libnss3\.so; reinstall it/,
        ],
      ])('that %s is a fault in one line', async ([, script, why], { expect: x }) => {
        await using folder = await userFolder({ 'house.json': house({ any: anyPage }), browser: `#!/bin/sh\n${script}\n` });
        const program = join(folder.path, 'browser');
        await chmod(program, 0o755);
        const { code, stdout } = await folder.start([main, ...navigating], { env: { [variable]: program } }).ended;
        x(code).toBe(2);
        const faults = stdout.split('\n').filter((line) => line.includes(`does not start as a ${name}`));
        x(faults).toEqual([x.stringMatching(why)]);
        x(await folder.temporary()).toEqual([]);
      });

      test('whose page never ends its script costs one scenario', async ({ expect: x }) => {
        await using folder = await userFolder({ 'house.json': house({ before: anyPage, loops: loopingPage, after: anyPage }) });
        await folder.start([main, ...navigating], { env }).ended;
        const { cells } = await folder.results();
        x(cells.map(({ observation }) => observation?.outcomes.map(({ kind }) => kind))).toEqual([
          ['response'],
          ['hung'],
          ['response'],
        ]);
        await expectNothingLeft(folder, x);
      });

      test('that is killed costs one scenario, which is run again', async ({ expect: x }) => {
        await using folder = await userFolder({ 'house.json': house({ busy: busyPage, after: anyPage }) });
        const command = folder.start([main, ...navigating, '--verbose'], { env });
        await command.until('GET /new');
        for (const { id } of processesOf(folder.path).filter(isBrowser)) process.kill(id, 'SIGKILL');
        await command.until(`${name} has ended`);
        await command.ended;
        const { cells } = await folder.results();
        x(cells.map(({ observation }) => observation?.outcomes.map(({ kind }) => kind))).toEqual([['response'], ['response']]);
        await expectNothingLeft(folder, x);
      });

      test('ends with Ctrl-C, and leaves no process and no file', async ({ expect: x }) => {
        await using folder = await userFolder({ 'house.json': house({ loops: loopingPage, after: anyPage }) });
        const command = folder.start([main, ...navigating, '--verbose'], { env });
        await command.until('GET /new');
        x(processesOf(folder.path).some(isBrowser)).toBe(true);
        command.process.kill('SIGINT');
        x((await command.ended).code).toBe(130);
        await expectNothingLeft(folder, x);
      });
    },
  );
});
