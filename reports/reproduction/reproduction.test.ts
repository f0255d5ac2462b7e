import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { allScenarios } from '../../suites/index.ts';
import { casesOf } from '../../suites/vocabulary/answer.ts';
import { quoted } from './quoted.ts';
import { reasonPhrases } from './reason-phrases.ts';
import { reproductionOf } from './reproduction.ts';

function scriptFor(id: string, name: string): string {
  const scenario = allScenarios.find((each) => each.id === id);
  if (!scenario) throw new Error(`there is no scenario ${id}`);
  const reproduction = reproductionOf(scenario, { name, version: '1.2.3' });
  return 'script' in reproduction ? reproduction.script : `none: ${reproduction.none}`;
}

test.for([
  ['axios', 'method-matrix/301-post', 'javascript.txt'],
  ['got', 'tls/name-another-host', 'https.txt'],
  ['curl', 'request-bodies/307-post-text', 'shell.txt'],
  ['python/requests', 'cycles/second-call', 'python.txt'],
] as const)('a script for %s in %s', async ([client, scenario, golden]) => {
  await expect(scriptFor(scenario, client)).toMatchFileSnapshot(join('golden', golden));
});

test.for([
  ['my-client', 'cycles/self', 'there are no scripts for my-client'],
  ['axios', 'cookies/set-by-301', 'it needs a cookie jar'],
  ['axios', 'proxies/without-scheme', 'its call has the option proxy'],
  ['axios', 'cross-host-auth/scheme-up-302', 'two of its origins have one server'],
  ['node/fetch', 'chain-limits/limit-3-chain-4', 'its call has the option maxRedirects'],
  ['curl', 'connections/ipv6-same-address', 'its origin ipv6 is at an IPv6 address'],
] as const)('for %s in %s there is none, and the reason is plain: %s', ([client, scenario, reason]) => {
  expect(scriptFor(scenario, client)).toBe(`none: ${reason}`);
});

test('scripts have the registered reason phrase of every status in the catalogue', () => {
  const answers = allScenarios.flatMap(({ routes }) =>
    Object.values(routes)
      .flatMap(casesOf)
      .map(({ answer }) => answer),
  );
  const statuses = new Set(answers.flatMap((answer) => ('status' in answer ? [answer.status] : [])));
  expect(statuses.size).toBeGreaterThan(20);
  for (const status of statuses) expect([status, reasonPhrases[status]]).toEqual([status, STATUS_CODES[status]]);
});

test.for([`it's`, '"', '\\', `\\"'`, '\r\n\0', '\u2028\u200b\u00a0', '${x}`', 'ü€😀'])('a script reads %j as it is', (text) => {
  expect(runInNewContext(quoted(text))).toBe(text);
  expect(quoted(text)).not.toMatch(/[\n\r\u2028\u200b]/);
});

test('no text of a scenario is left with a placeholder in a script', () => {
  const left = allScenarios.flatMap(({ id }) =>
    ['axios', 'curl', 'python/requests'].flatMap((client) =>
      [...scriptFor(id, client).matchAll(/\{(?:home|other|secret)\b[^}' ]*\}/g)].map(([found]) => `${client} ${id}: ${found}`),
    ),
  );
  expect(left).toEqual([]);
});

/** Every file that a module imports, and every module of Node.js. */
function importsOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.ts')) return seen;
  for (const [, isType, of = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (type )?[^'"]*?from '([^']+)'/gms))
    if (isType === undefined) importsOf(of.startsWith('.') ? join(dirname(file), of) : of, seen);
  return seen;
}

describe('what a page calls', () => {
  const imported = [...importsOf(join(import.meta.dirname, 'upstream.ts'))];
  test('imports no module of Node.js', () => {
    expect(imported.length).toBeGreaterThan(20);
    expect(imported.filter((name) => name.startsWith('node:'))).toEqual([]);
  });
});
