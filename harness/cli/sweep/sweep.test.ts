import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandResult, main, userFolder, type UserFolder } from '../../fixtures/command-line.ts';
import { otherRelease, type Registry, startRegistry } from '../../fixtures/registry.ts';

// Releases of node-fetch in a registry on loopback: the real one, and two before it that keep Authorization.

let folder: UserFolder;
let registry: Registry;

/** A release that keeps Authorization on the way to another host, as node-fetch did before 3.1.1. */
function olderRelease(version: string): string {
  const release = otherRelease('node-fetch', version, folder.path);
  const source = join(release, 'src/index.js');
  writeFileSync(source, readFileSync(source, 'utf8').replace("['authorization', ", '['));
  return release;
}

beforeAll(async () => {
  folder = await userFolder();
  registry = await startRegistry([olderRelease('3.0.0'), olderRelease('3.1.0')]);
});
afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const run = (...args: readonly string[]): Promise<CommandResult> =>
  folder.start([main, ...args], {
    env: {
      XDG_CACHE_HOME: join(folder.path, 'cache'),
      npm_config_registry: registry.url,
      npm_config_cache: join(folder.path, 'npm'),
    },
  }).ended;

const CHECK = 'cross-host-auth/host-302#canary:authorization@other';

test('a sweep shows in which release what changed, and goes on from what it has stored', async () => {
  const sweep = ['sweep', '--client=node-fetch', '--versions=>=3', '--scenario=cross-host-auth/host-302'];
  const first = await run(...sweep);
  expect(first).toEqual({
    code: 0,
    stdout: [
      '3.3.2: 1 finding differs from 3.1.0',
      `    the secret in authorization is no longer sent to another host [better] (1 check, such as ${CHECK})`,
      '3.1.0: no change',
      '3.0.0: the oldest release of this sweep',
      '',
    ].join('\n'),
    stderr: expect.stringMatching(/^2 of 3 releases, about .* left\n3 of 3 releases\n$/) as string,
  });
  expect(await folder.written('conformance-sweep')).toEqual(
    expect.arrayContaining(['node-fetch', 'node-fetch.md', 'node-fetch.html']),
  );
  const page = await folder.read('conformance-sweep/node-fetch.html');
  expect(page).toContain('<th scope="col">3.0.0</th><th scope="col">3.1.0</th><th scope="col">3.3.2</th>');
  expect(page).toMatch(new RegExp(`<code>${CHECK}</code>.*</span> sent</td>.*</span></td>.*</span> absent</td>`));
  const compared = await run(
    'diff',
    'conformance-sweep/node-fetch:node-fetch@3.3.2',
    'conformance-sweep/node-fetch:node-fetch@3.1.0',
  );
  expect(compared.stdout).toContain('1 regression');
  const again = await run(...sweep);
  expect(again).toEqual({ ...first, stderr: '3 of 3 releases were stored before\n' });
});

test('bisect finds the release in which a finding changed', async () => {
  const bisect = ['bisect', '--client=node-fetch', `--check=${CHECK}`, '--bad=3.0.0'];
  const { code, stdout } = await run(...bisect, '--good=3.3.2');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `${CHECK}\nnode-fetch 3.3.2: absent\nnode-fetch 3.1.0: sent\n`,
  });
  expect(await run(...bisect, '--good=3.1.0')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('3.1.0 and 3.0.0 have the same finding, sent; choose releases that differ') as string,
  });
});

test.for([
  ['sweep needs one client, such as --client=axios', 'sweep'],
  ['--client=node/fetch: no bundled client with releases; there are ', 'sweep', '--client=node/fetch'],
  ["--versions=newest: expected a range, such as '>=1.0.0 <2'", 'sweep', '--client=node-fetch', '--versions=newest'],
  ['--versions=>99: node-fetch has no release in this range', 'sweep', '--client=node-fetch', '--versions=>99'],
  ['--good=99.0.0: no such version', 'bisect', '--client=node-fetch', `--check=${CHECK}`, '--good=99.0.0', '--bad=3.0.0'],
  [
    'name one check, such as ',
    'bisect',
    '--client=node-fetch',
    '--check=cross-host-auth/host-302',
    '--good=3.1.0',
    '--bad=3.0.0',
  ],
])('one line says: %s', async ([message, ...args]) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr.trim()).not.toContain('\n');
});
