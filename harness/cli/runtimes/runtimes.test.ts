import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandResult, main, plainAdapter, userFolder, type UserFolder } from '../../fixtures/command-line.ts';
import { startProcess } from '../../drivers/process-driver.ts';
import { type Registry, startRegistry } from '../../fixtures/registry.ts';
import { contextFor, authority } from '../../fixtures/clients.ts';
import { root } from '../../installation.ts';
import { ClientUnderTest } from '../../run/client-under-test.ts';
import { control } from '../../run/control.ts';
import { bundledDriver } from './bundle-driver.ts';

// Node.js is installed by npm from a registry on loopback, which has the version of this repository.

let registry: Registry;
let folder: UserFolder;

beforeAll(async () => {
  registry = await startRegistry([]);
  folder = await userFolder({ 'client.ts': `${plainAdapter('typed')}\nconst version: string = 'x';\nvoid version;\n` });
});
afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const run = (...args: readonly string[]): Promise<CommandResult> =>
  folder.start([main, '--scenario=method-matrix/301-get', ...args], {
    env: {
      XDG_CACHE_HOME: join(folder.path, 'cache'),
      npm_config_registry: registry.url,
      npm_config_cache: join(folder.path, 'npm'),
    },
  }).ended;

test('a client runs in the runtime that is asked for, and its column says which', async () => {
  const { code, stderr } = await run('--client=./client.ts,node/fetch', '--runtime=node@26');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { columns } = await folder.results();
  expect(columns.map(({ id }) => id)).toEqual([
    expect.stringMatching(/^typed\+node@26\.\d+\.\d+$/),
    expect.stringMatching(/^node\/fetch\+node@26\.\d+\.\d+$/),
  ]);
  expect(columns.map(({ runtime }) => runtime)).toEqual(columns.map(({ id }) => id.replace(/.*\+node@/, 'node ')));
});

test('where certificates cannot be replaced, every TLS connection gets those of the run', async () => {
  const driver = await bundledDriver({ module: join(root, 'harness/clients/node-builtin.ts'), packages: root }, 'test');
  const older = 'data:text/javascript,import tls from "node:tls"; delete tls.setDefaultCACertificates;';
  const command = [process.execPath, `--import=${older}`, driver] as const;
  using client = new ClientUnderTest(command, { ca: undefined });
  expect(await control(contextFor(client))).toEqual({ follows: true, notes: [] });
  expect(authority.certificate).toContain('BEGIN CERTIFICATE');
});

test('an adapter that a runtime cannot load says so in one line', async () => {
  await using user = await userFolder({ 'client.mjs': "import 'nothing-like-this'; export default {};" });
  const driver = await bundledDriver({ module: join(user.path, 'client.mjs'), packages: user.path }, 'test');
  await expect(startProcess([process.execPath, driver])).rejects.toThrow(/^cannot load .*client\.mjs: .*nothing-like-this/);
});

const program = `'${process.execPath}' '${join(root, 'harness/fixtures/overclaiming.ts')}'`;

test.for([
  [['--client=node/fetch', '--runtime=20'], '--runtime=20: expected node and a version, such as node@20'],
  [['--client=node/fetch', '--runtime=deno@2'], '--runtime=deno@2: expected node and a version, such as node@20'],
  [['--client=node/fetch', '--runtime=node@16'], '--runtime=node@16: no such version; '],
  [['--client=node/fetch', '--runtime=node@26', '--transport=msw'], 'only the transport wire runs in another runtime'],
  [[`--client=exec:${program}`, '--runtime=node@26'], 'is a program of its own, and brings its runtime'],
] as const)('%j is refused in one line', async ([args, line]) => {
  const { code, stdout, stderr } = await run(...args);
  expect(stderr).toContain(line);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});
