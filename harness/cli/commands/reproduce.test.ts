import { join } from 'node:path';
import { test } from 'vitest';
import { type CommandResult, userFolder } from '../../fixtures/command-line.ts';

async function run(...args: readonly string[]): Promise<CommandResult> {
  await using folder = await userFolder();
  return await folder.run('reproduce', ...args);
}

test.concurrent('its help names what it can do', async ({ expect: x }) => {
  const { code, stdout } = await run('--help');
  x(code).toBe(0);
  await x(stdout).toMatchFileSnapshot(join('golden', 'reproduce-help.txt'));
});

test.concurrent.for([
  ['no client', ['--scenario=cycles/self'], /^redirect-conformance: reproduce needs --client=<names>, such as --client=axios\n$/],
  ['an unknown client', ['--client=nope'], /^redirect-conformance: --client=nope: no such client; available: [^\n]*\n$/],
  [
    'an unknown scenario',
    ['--client=axios', '--scenario=nope'],
    /^redirect-conformance: --scenario=nope: matches nothing; [^\n]*\n$/,
  ],
  [
    'a scenario that has no script',
    ['--client=axios', '--scenario=proxies/without-scheme'],
    /^redirect-conformance: proxies\/without-scheme, axios: no script, since its call has the option proxy\n$/,
  ],
  [
    'an issue where nothing is wrong',
    ['--client=node/fetch', '--scenario=method-matrix/307-post', '--issue'],
    /^redirect-conformance: method-matrix\/307-post, node\/fetch: no issue, since nothing in it deviates from the profile\n$/,
  ],
  [
    'a scenario that is n/a',
    ['--client=node/fetch', '--scenario=chain-limits/limit-3-chain-4'],
    /^redirect-conformance: --scenario=chain-limits\/limit-3-chain-4: n\/a for --client=node\/fetch, so there is nothing to reproduce\n$/,
  ],
  [
    'several scenarios',
    ['--client=node/fetch', '--scenario=cycles/self*'],
    /^redirect-conformance: reproduce prints one script, and 2 are selected: name one client and one scenario, or use [^\n]*\n$/,
  ],
] as const)('%s is one line', { timeout: 120_000 }, async ([, args, line], { expect: x }) => {
  const { code, stdout, stderr } = await run(...args);
  x(stderr).toMatch(line);
  x({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('writes script and issue of what deviates, and nothing else', { timeout: 120_000 }, async ({ expect: x }) => {
  await using folder = await userFolder();
  const args = ['reproduce', '--client=node-fetch', '--scenario=cross-host-auth/subdomain-302,cycles/self', '--output=out'];
  x(await folder.run(...args)).toEqual({
    code: 0,
    stdout: '1 script, each with the text of an issue, in out\n',
    stderr: '',
  });
  x(await folder.read('out/node-fetch/cross-host-auth/subdomain-302.mjs')).toContain("import fetch from 'node-fetch';");
  x(await folder.read('out/node-fetch/cross-host-auth/subdomain-302.md')).toMatch(/^<!-- A secret reaches an origin/);
});
