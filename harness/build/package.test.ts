import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { createRequire, findPackageJSON } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Attw from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Column, Results } from '../../suites/vocabulary/result.ts';
import { bundledClients, namedClients } from '../clients/index.ts';
import { type CommandResult, plainAdapter } from '../fixtures/command-line.ts';
import { startRegistry } from '../fixtures/registry.ts';
import { root } from '../installation.ts';

// The package as a team gets it: packed, installed from a registry into an empty project, and run there.

/** Packing compiles the whole program, and npm unpacks some sixty packages; in milliseconds. */
const INSTALL_LIMIT = 400_000;

const resources = new AsyncDisposableStack();
let folder: string;
let project: string;
let tarball: string;

/** Runs a program in a folder with a clean environment, by the Node.js that runs the tests. */
function start(cwd: string, program: string, ...args: readonly string[]): Promise<CommandResult> {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const env = { PATH: path, HOME: folder, NO_COLOR: '1', npm_config_update_notifier: 'false' };
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** Runs what has to succeed. */
async function succeed(...args: Parameters<typeof start>): Promise<string> {
  const { code, stdout, stderr } = await start(...args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
}

const runTool = (cwd: string, ...args: readonly string[]): Promise<CommandResult> =>
  start(cwd, 'npx', 'redirect-conformance', ...args);

const ONE = '--scenario=method-matrix/301-get';

/** An adapter with the types and helpers of the package. */
const typedAdapter = `
import { defineClient, fromFetch } from 'redirect-conformance';

export default defineClient(fromFetch('typed', '1', (url, init) => fetch(url, init)));
`;

const embedded = (client: string): string => `
import { describeRedirectConformance } from 'redirect-conformance/vitest';
import manual from './manual.js';

await describeRedirectConformance({ client: ${client}, scenario: ['method-matrix/301-get'] });
export { manual };
`;

const files = {
  'package.json': '{ "type": "module" }',
  'typed.ts': typedAdapter,
  'manual.js': plainAdapter('manual', 'manual'),
  'by-path.test.js': embedded("'./typed.ts'"),
  'by-object.test.js': embedded('manual'),
  'uses-types.ts': `
import { defineConfig } from 'redirect-conformance';
import { catalogue, type Catalogue } from 'redirect-conformance/catalogue';
import { policyClient, ruleBooks, type PolicyResponse } from 'redirect-conformance/policy';
import { resultsSchema, type Results } from 'redirect-conformance/results';
import { describeRedirectConformance, type EmbeddedOptions } from 'redirect-conformance/vitest';
import typed from './typed.js';

const options: EmbeddedOptions = { client: typed, failOn: 'must' };
export const scenarios: Catalogue['scenarios'] = catalogue().scenarios;
export const results: Results = resultsSchema.parse({});
export const config = defineConfig({ clients: ['./typed.ts'] });
export const tests: Promise<void> = describeRedirectConformance(options);
const ours = policyClient({ ...ruleBooks['adr-016'], name: 'ours', limit: 5 });
export const response: Promise<PolicyResponse> = ours.request('GET', 'http://home.test/', { allow_redirects: false });
// @ts-expect-error The types are those of the package.
defineConfig({ client: './typed.ts' });
`,
};

beforeAll(async () => {
  ({ path: folder } = resources.use(await mkdtempDisposable(join(tmpdir(), 'package-'))));
  const packed = await succeed(root, process.execPath, join(import.meta.dirname, 'package.ts'), folder);
  tarball = packed.trim();
  const registry = resources.use(await startRegistry([join(folder, 'package')]));
  project = join(folder, 'project');
  mkdirSync(project);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  const options = [`--registry=${registry.url}`, '--no-audit', '--no-fund', '--ignore-scripts'];
  await succeed(project, 'npm', 'install', '--save-dev', ...options, 'redirect-conformance');
}, INSTALL_LIMIT);

afterAll(() => resources.disposeAsync());

test('installing it installs no client', () => {
  const optional = [...bundledClients.flatMap(({ packages }) => packages), 'msw', 'nock'];
  const installed = readdirSync(join(project, 'node_modules'));
  expect(installed).toContain('redirect-conformance');
  expect(installed.filter((name) => optional.includes(name))).toEqual([]);
});

test('it has the adapter of every client that can be named', () => {
  const modules = namedClients.map(({ module }) => relative(root, module).replace(/\.ts$/, '.js'));
  const missing = modules.filter((file) => !existsSync(join(project, 'node_modules/redirect-conformance', file)));
  expect(missing).toEqual([]);
});

test('an adapter in TypeScript runs from the command line', async () => {
  expect(await runTool(project, '--client=./typed.ts,./manual.js', ONE)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/manual +method-matrix\/301-get#followed: returned 301/) as string,
    stderr: '',
  });
});

test("it is embedded in the project's tests, by path and by object", async () => {
  const { code, stdout } = await start(project, 'npx', 'vitest', 'run', '--reporter=tap-flat');
  expect(code).toBe(1);
  const lines = [...stdout.matchAll(/^(not ok|ok) \d+ - (.*?)(?: # .*)?$/gm)].map(([, result, name]) => `${result}: ${name}`);
  expect(lines.filter((line) => line.startsWith('not ok'))).toEqual([
    'not ok: by-object.test.js > manual > method-matrix > method-matrix/301-get',
  ]);
  expect(lines).toContain('ok: by-path.test.js > typed > method-matrix > method-matrix/301-get');
});

describe('a bundled client', () => {
  test('that the project does not have is refused with what to install', async () => {
    expect(await runTool(project, '--client=got', ONE)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'redirect-conformance: --client=got: got is not installed; run npm i -D got tough-cookie, or use --client=got@latest\n',
    });
    expect(await runTool(project, '--client=./typed.ts', '--transport=msw', ONE)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'redirect-conformance: the transport msw: msw is not installed; run npm i -D msw\n',
    });
  });

  test("is the project's own, also where the package is a link to another folder", async () => {
    const linked = join(folder, 'linked');
    mkdirSync(join(linked, 'node_modules'), { recursive: true });
    const link = (from: string, name: string): void =>
      symlinkSync(join(from, 'node_modules', name), join(linked, 'node_modules', name), 'dir');
    link(project, 'redirect-conformance');
    link(root, 'got');
    link(root, 'tough-cookie');
    link(root, 'msw');
    const main = join(project, 'node_modules/redirect-conformance/harness/cli/main.js');
    const args = ['--client=got', '--transport=wire,msw', ONE];
    expect(await start(linked, process.execPath, main, ...args)).toMatchObject({ code: 0, stderr: '' });
    const { columns } = JSON.parse(readFileSync(join(linked, 'conformance-report/results.json'), 'utf8')) as Results;
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/got/package.json'), 'utf8')) as Column;
    expect(columns).toMatchObject([
      { id: 'got', version },
      { id: 'got~msw', version },
    ]);
  });
});

test(
  'the files and commands of its README work',
  async () => {
    const own = join(folder, 'quick-start');
    mkdirSync(own);
    writeFileSync(join(own, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(project, 'node_modules'), join(own, 'node_modules'), 'dir');
    const readme = readFileSync(join(project, 'node_modules/redirect-conformance/README.md'), 'utf8');
    const blocks = readme.matchAll(/^```(ts|sh)\n(?:\/\/ (\S+)\n)?(.*?)^```/gms);
    const ran: string[] = [];
    for (const [, language, name = '', text = ''] of blocks) {
      if (language === 'ts') writeFileSync(join(own, name), text);
      const commands = language === 'sh' ? text.split('\n').filter((line) => line.startsWith('npx ')) : [];
      // `bless` runs the whole catalogue, and has tests of its own.
      for (const command of commands.filter((line) => !line.includes(' bless '))) {
        ran.push(command);
        for (const side of ['before', 'after'])
          if (existsSync(join(own, 'conformance-report')))
            cpSync(join(own, 'conformance-report'), join(own, side), { recursive: true });
        await succeed(own, 'sh', '-c', /conformance$|--client/.test(command) ? `${command} ${ONE}` : command);
      }
    }
    expect(ran).toContain('npx redirect-conformance init');
    expect(await succeed(own, 'npx', 'vitest', 'run', '-t', '301-get')).toContain('redirects.test.ts');
    expect(await succeed(own, process.execPath, 'count-failures.ts')).toBe('1 scenarios, 0 unexpected results\n');
  },
  INSTALL_LIMIT,
);

test('its types need neither options of the compiler nor other packages', async () => {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext'];
  expect(await start(project, process.execPath, tsc, ...options, 'uses-types.ts')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('publint has nothing to say', async () => {
  const { buffer } = new Uint8Array(readFileSync(tarball));
  expect((await publint({ pack: { tarball: buffer }, strict: true })).messages).toEqual([]);
});

test('arethetypeswrong finds no problem, apart from those of every package that is ESM only', async () => {
  // Under the conditions of vitest its name means its TypeScript source.
  const manifest = findPackageJSON('@arethetypeswrong/core', import.meta.url) ?? '';
  const module = (await import(pathToFileURL(join(dirname(manifest), 'dist/index.js')).href)) as typeof Attw;
  const { checkPackage, createPackageFromTarballData } = module;
  const { problems } = (await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))))) as {
    problems: { kind: string; resolutionKind?: string }[];
  };
  expect(problems.filter(({ resolutionKind = '' }) => !['node10', 'node16-cjs'].includes(resolutionKind))).toEqual([]);
});
