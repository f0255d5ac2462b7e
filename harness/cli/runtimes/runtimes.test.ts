import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suites } from '../../../suites/index.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { type CommandResult, main, plainAdapter, userFolder, type UserFolder } from '../../fixtures/command-line.ts';
import { type Command, startProcess } from '../../drivers/process-driver.ts';
import { type Registry, startRegistry } from '../../fixtures/registry.ts';
import { authority, contextFor, scenarioWithPath } from '../../fixtures/clients.ts';
import { root } from '../../installation.ts';
import { ClientUnderTest } from '../../run/client-under-test.ts';
import { control } from '../../run/control.ts';
import { runScenario } from '../../run/run-scenario.ts';
import { selectColumns } from '../columns.ts';
import { mappedCommand, mappingLibrary } from '../languages/mapping-library.ts';
import { isCached } from '../versions/client-cache.ts';
import { builtInFetch, builtInFetches } from './built-in-fetch.ts';
import { bundledDriver } from './bundle-driver.ts';
import { runtimeKinds } from './runtime-kinds.ts';
import { underRuntime, underRuntimes } from './under-runtimes.ts';

// Node.js is installed by npm from a registry on loopback, which has the version of this repository.

const library = await mappingLibrary();

const scenarioNamed = (id: string): Scenario => suites.flatMap(({ scenarios }) => scenarios).find((each) => each.id === id)!;

/** A redirect to an address outside of the scenario. */
const leading: Scenario = {
  ...scenarioWithPath('away'),
  routes: { '{home}/away': { status: 302, headers: [['Location', 'http://outside.test/']] } },
};

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

test.skipIf(library === undefined)('a runtime that does not connect as Node.js does is mapped from below', async () => {
  const driver = await bundledDriver({ module: join(root, 'harness/clients/node-builtin.ts'), packages: root }, 'test');
  const asBun = 'data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, bun: "1" } });';
  using client = new ClientUnderTest(mappedCommand(library!, [process.execPath, `--import=${asBun}`, driver]), {
    ca: authority.certificate,
  });
  expect(await control(contextFor(client))).toEqual({ follows: true, notes: [] });
  const ready = await client.ready();
  expect(ready).toMatchObject({ name: 'bun/fetch', version: '1', runtime: 'bun 1' });
  expect(ready.timers).toBeUndefined();
  const { observation } = await runScenario(leading, contextFor(client));
  expect(observation?.blocked).toEqual(['outside.test:80']);
});

describe.each(builtInFetches)('%s, if it has been downloaded', (name) => {
  const kind = name === 'deno/fetch' ? 'deno' : 'bun';
  const { packages, listed = '' } = runtimeKinds[kind];
  const [packageName = ''] = packages[`${process.platform}-${process.arch}`] ?? [];
  const isHere = library !== undefined && isCached({ name: packageName, version: listed, companions: [] });

  test.skipIf(!isHere)('keeps what it declares, and cannot leave the scenario', { timeout: 60_000 }, async () => {
    const { command, id, bundled } = await builtInFetch(name);
    expect({ id, bundled }).toEqual({ id: name, bundled: true });
    using client = new ClientUnderTest(command, { ca: authority.certificate });
    expect(await control(contextFor(client))).toEqual({ follows: true, notes: [] });
    expect((await client.ready()).version).toBe(listed);
    const { observation } = await runScenario(scenarioNamed('tls/misnamed-at-once'), contextFor(client));
    expect(observation?.outcomes).toMatchObject([{ kind: 'error', class: 'tls' }]);
    const left = await runScenario(leading, contextFor(client));
    expect(left.observation).toMatchObject({ outcomes: [{ class: 'blocked-address' }], blocked: ['outside.test:80'] });
  });

  test.skipIf(!isHere)('runs other clients', { timeout: 60_000 }, async () => {
    const columns = await selectColumns(['got', 'node/fetch'], ['wire']);
    const inRuntime = await underRuntimes(columns, [kind]);
    expect(inRuntime.map(({ id }) => id)).toEqual([`got+${kind}@${listed}`, `${name}@${listed}`]);
    expect(inRuntime.map(({ bundled }) => bundled)).toEqual([false, false]);
  });
});

test('a runtime does not run packages that it replaces', async () => {
  const runtime = { kind: 'bun', version: '1.4.5', run: (module: string): Command => [module] } as const;
  const [column] = await selectColumns(['node-fetch'], ['wire']);
  await expect(underRuntime(column!, runtime)).rejects.toThrow(
    '--runtime=bun@1.4.5: bun has a module of its own instead of the package node-fetch',
  );
});

test('an adapter that a runtime cannot load says so in one line', async () => {
  await using user = await userFolder({ 'client.mjs': "import 'nothing-like-this'; export default {};" });
  const driver = await bundledDriver({ module: join(user.path, 'client.mjs'), packages: user.path }, 'test');
  await expect(startProcess([process.execPath, driver])).rejects.toThrow(/^cannot load .*client\.mjs: .*nothing-like-this/);
});

const program = `'${process.execPath}' '${join(root, 'harness/fixtures/overclaiming.ts')}'`;

test.for([
  [['--client=node/fetch', '--runtime=20'], '--runtime=20: expected node, deno or bun and a version, such as node@20'],
  [['--client=node/fetch', '--runtime=node'], '--runtime=node: expected node, deno or bun and a version, such as node@20'],
  [['--client=deno/fetch', '--transport=msw'], '--client=deno/fetch: MSW intercepts only clients of Node.js'],
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
