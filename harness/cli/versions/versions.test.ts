import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandResult, main, userFolder, type UserFolder } from '../../fixtures/command-line.ts';
import { otherRelease, type Registry, startRegistry } from '../../fixtures/registry.ts';
import { nameOfRelease, releaseIn } from './release-name.ts';
import { newestOf } from './releases.ts';

// Releases are installed by npm from a registry on loopback, which has the packages of this repository.

let registry: Registry;
let folder: UserFolder;

beforeAll(async () => {
  folder = await userFolder();
  const older = [otherRelease('got', '10.7.0', folder.path), otherRelease('undici', '7.99.0', folder.path)];
  registry = await startRegistry(older);
});
afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const run = (client: string, env: Readonly<Record<string, string>> = {}): Promise<CommandResult> =>
  folder.start([main, `--client=${client}`, '--scenario=method-matrix/301-get'], {
    env: {
      XDG_CACHE_HOME: join(folder.path, 'cache'),
      npm_config_registry: registry.url,
      npm_config_cache: join(folder.path, 'npm'),
      ...env,
    },
  }).ended;

const cache = (): string => join(folder.path, 'cache/redirect-conformance/clients');
const cached = (): readonly string[] => readdirSync(cache());

test('a release is installed once, also if two runs want it at the same time, and has a column of its own', async () => {
  const [one, other] = await Promise.all([run('node-fetch@3'), run('node-fetch@latest')]);
  expect([one.code, other.code, one.stderr, other.stderr]).toEqual([0, 0, '', '']);
  expect(cached()).toEqual(['node-fetch@3.3.2']);
  const { columns } = await folder.results();
  expect(columns).toMatchObject([{ id: 'node-fetch@3.3.2', client: 'node-fetch@3.3.2', name: 'node-fetch', version: '3.3.2' }]);
  // Without any registry, what is installed is still there.
  expect(await run('node-fetch@3.3.2', { npm_config_registry: 'http://127.0.0.1:1/' })).toMatchObject({ code: 0 });
});

test('a package in a release means its clients of every day', async () => {
  expect(await run('undici@7')).toMatchObject({ code: 0, stderr: '' });
  const { columns } = await folder.results();
  expect(columns.map(({ id }) => id)).toEqual(['undici/fetch@7.99.0', 'undici/request@7.99.0']);
  await rm(join(cache(), 'undici@7.99.0'), { recursive: true });
});

describe('refused in one line with exit code 2, and without a trace, is', () => {
  test.for<readonly [what: string, client: string, env: Readonly<Record<string, string>>, message: string]>([
    ['a version that does not exist', 'node-fetch@99.0.0', {}, '--client=node-fetch@99.0.0: no such version; the newest are '],
    ['a range that matches nothing', 'node-fetch@>99', {}, '--client=node-fetch@>99: no such version; the newest are '],
    ['a version of what is built in', 'node/fetch@20', {}, '--client=node/fetch@20: node/fetch is built in'],
    ['a release that its adapter cannot drive', 'got@10', {}, '--client=got@10: the adapter of got drives got from 11.0.0 on'],
    [
      'a configuration that a release cannot have',
      'undici/fetch@7.99.0+cache+cookies',
      {},
      'undici/fetch+cache+cookies drives undici from 8.0.0 on',
    ],
    ['an unknown client', 'nodefetch@1', {}, '--client=nodefetch@1: no such client; available: '],
    [
      'a registry that cannot be reached',
      'axios@1',
      { npm_config_registry: 'http://127.0.0.1:1/' },
      '--client=axios@1: cannot ask the registry: ',
    ],
    [
      'a folder for caches that cannot be written',
      'axios@1',
      { XDG_CACHE_HOME: main },
      `--client=axios@1: cannot write to ${main}/redirect-conformance/clients (`,
    ],
  ])('%s', async ([, client, env, message]) => {
    const { code, stdout, stderr } = await run(client, env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim()).not.toContain('\n');
    expect(cached()).toEqual(['node-fetch@3.3.2']);
  });
});

test.for([
  ['1.2.0', '1.2.0'],
  ['^1', '1.10.0'],
  ['1.x', '1.10.0'],
  ['<1.10', '1.2.0'],
  ['next', '2.0.0-beta.1'],
] as const)('%s is %s', ([asked, found]) => {
  const releases = { versions: ['1.1.0', '1.2.0', '1.10.0', '2.0.0-beta.1'], tags: { latest: '1.10.0', next: '2.0.0-beta.1' } };
  expect(newestOf(releases, asked, '--client=x')).toBe(found);
});

test.for([
  ['axios@1.6.0', { client: 'axios', version: '1.6.0' }],
  ['undici/fetch@^6', { client: 'undici/fetch', version: '^6' }],
  ['axios@1.6.0+own-loop', { client: 'axios+own-loop', version: '1.6.0' }],
  ['undici/fetch@8+cache+cookies', { client: 'undici/fetch+cache+cookies', version: '8' }],
  ['got@~11.8+http2~msw', { client: 'got+http2', version: '~11.8', mock: 'msw' }],
  ['got@11~msw', { client: 'got', version: '11', mock: 'msw' }],
  ['axios', undefined],
] as const)('%s names %o', ([name, release]) => {
  expect(releaseIn(name)).toEqual(release);
});

test.for([
  ['axios', 'axios@1.6.0'],
  ['undici/fetch+cache+cookies', 'undici/fetch@1.6.0+cache+cookies'],
] as const)('the name of %s in a version is %s', ([client, name]) => {
  expect(nameOfRelease(client, '1.6.0')).toBe(name);
  expect(releaseIn(name)).toEqual({ client, version: '1.6.0' });
});
