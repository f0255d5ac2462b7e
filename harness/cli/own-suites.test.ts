import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OwnSuiteFile } from '../../suites/vocabulary/own-suite.ts';
import { root } from '../installation.ts';
import { plainAdapter, userFolder } from '../fixtures/command-line.ts';
import { readOwnSuites } from './own-suites.ts';

type OwnScenario = OwnSuiteFile['scenarios'][number];

const moved: OwnScenario = {
  id: 'house/moved',
  title: 'Reports to a domain that has moved',
  routes: {
    '{https://reports.example.io}/r': { status: 307, location: '{https://reports.example.com:8443}/r' },
    '{https://reports.example.com:8443}/r': { status: 201 },
  },
  calls: [
    {
      method: 'POST',
      url: '{https://reports.example.io}/r',
      headers: [
        ['Authorization', 'Bearer {secret:authorization}'],
        ['X-Tenant', 'seven'],
      ],
      body: 'a report',
    },
  ],
};

const judged: OwnScenario = {
  id: 'house/judged',
  title: 'A page that has moved',
  routes: { '{home}/old': { status: 301, location: '{https://example.org}/new' }, '{https://example.org}/new': { status: 200 } },
  calls: [{ method: 'GET', url: '{home}/old' }],
  checks: [
    {
      fact: { kind: 'next', after: '{home}/old' },
      rulings: [{ level: 'must', expect: { oneOf: ['{https://example.org}/new'] }, requirement: 'fetch/redirect-statuses' }],
    },
    { fact: { kind: 'final-url' }, rulings: [] },
  ],
};

const suiteOf = (...scenarios: readonly object[]): object => ({ id: 'house', title: 'Ours', scenarios });

describe.concurrent("a user's own scenarios", () => {
  test('run at their own URLs beside the catalogue, and what they find is judged as anything else', async ({ expect: x }) => {
    await using folder = await userFolder({
      'plain.ts': plainAdapter('plain'),
      'manual.ts': plainAdapter('manual', 'manual'),
      'redirects/one.json': JSON.stringify(suiteOf(moved, judged)),
      'redirects/two.ts': `export default ${JSON.stringify({ id: 'house-two', scenarios: [{ ...moved, id: 'house-two/a' }] })};`,
    });
    const options = ['--scenarios=redirects/*', '--suite=house*'];
    x(await folder.run('--client=./plain.ts', ...options)).toMatchObject({ code: 0 });
    const { suites, cells } = await folder.results();
    x(suites.map(({ id, title }) => [id, title])).toEqual([
      ['house', 'Ours'],
      ['house-two', 'house-two'],
    ]);
    const found = cells.map(({ checks }) => Object.entries(checks).map(([id, { finding }]) => [id, Object.values(finding)[0]]));
    x(found.map((list) => Object.fromEntries(list) as unknown)).toEqual([
      {
        'house/moved#settled': 'response',
        'house/moved#outcome': 'returned 201',
        'house/moved#requests': '2',
        'house/moved#requests@https://reports.example.io/r': '1',
        'house/moved#request@https://reports.example.io/r': 'POST, same body',
        'house/moved#requests@https://reports.example.com:8443/r': '1',
        'house/moved#request@https://reports.example.com:8443/r': 'POST, same body',
        'house/moved#field:authorization@https://reports.example.com:8443/r': 'absent',
        'house/moved#field:x-tenant@https://reports.example.com:8443/r': 'seven',
      },
      { 'house/judged#next@old': '{https://example.org}/new', 'house/judged#final-url': 'capability' },
      x.objectContaining({ 'house-two/a#outcome': 'returned 201' }),
    ]);

    const missed = await folder.run('--client=./manual.ts', ...options);
    x(missed).toMatchObject({ code: 1 });
    x(missed.stdout).toContain('house/judged#next@old: returned 301 (fail under fetch');
    const entry = { finding: 'returned 301', reason: 'it follows nothing' };
    await folder.write(
      'redirect-conformance.known.json',
      JSON.stringify({ version: 1, profile: 'fetch', failOn: 'must', clients: { manual: { 'house/judged#next@*': entry } } }),
    );
    x(await folder.run('--client=./manual.ts', ...options)).toMatchObject({ code: 0 });
  });

  test('are listed and explained', async ({ expect: x }) => {
    await using folder = await userFolder({ 'house.json': JSON.stringify(suiteOf(moved, judged)) });
    const listed = await folder.run('list', '--scenarios=house.json', '--suite=house');
    x(listed.stdout).toContain('Ours (house): 2 scenarios');
    const explained = await folder.run('explain', 'house/moved', '--scenarios=house.json');
    x(explained.stdout).toContain('{https://reports.example.com:8443} is https://reports.example.com:8443');
    x(explained.stdout).toContain('no ruling, so a note,');
  });
});

const withCheck = (check: object): object => ({ ...judged, checks: [check] });
const ruledBy = (fact: object, ruling: object): object => withCheck({ fact, rulings: [{ level: 'must', ...ruling }] });
const [call] = judged.calls;
const { home, ...rest } = { home: '{home}/old', ...judged.routes };

describe('a file of scenarios is refused with its name, the place and what is allowed there:', () => {
  test.for<readonly [what: string, file: unknown, message: string]>([
    ['an id of the suite without the prefix', { ...suiteOf(judged), id: 'ours' }, 'expected house, or house- and a name'],
    [
      'an id of another suite',
      suiteOf({ ...judged, id: 'method-matrix/moved' }),
      'expected the id of the suite, a slash and a name',
    ],
    [
      'an id of another file',
      suiteOf({ ...judged, id: 'house-two/moved' }),
      'ids in this file begin with house/ → at scenarios[0].id',
    ],
    ['an id twice', suiteOf(judged, judged), 'house/judged is in the file twice → at scenarios[1].id'],
    [
      'the name of a client',
      suiteOf({ ...judged, client: 'axios' }),
      'Unrecognized key: "client"; possible are id, title, routes',
    ],
    [
      'the same fault in many scenarios',
      suiteOf(...Array.from({ length: 40 }, (_, index) => ({ ...judged, id: `house/${index}`, client: 'axios' }))),
      'at scenarios[4]; and 35 more',
    ],
    [
      'a URL that is no place',
      suiteOf({ ...judged, routes: { ...rest, 'example.org/a': { status: 200 } } }),
      'expected a place: an origin in braces',
    ],
    [
      'an origin that is not as it is serialized',
      suiteOf({ ...judged, routes: { '{https://Example.org:443}/a': { status: 200 } } }),
      'write the origin https://Example.org:443 as https://example.org',
    ],
    [
      'a placeholder that names nothing',
      suiteOf({ ...judged, calls: [{ ...call, headers: [['A', '{hoem}']] }] }),
      '{hoem} is neither an origin nor a secret',
    ],
    [
      'a status that is text',
      suiteOf({ ...judged, routes: { [home]: { status: '301' } } }),
      'expected number, received string → at scenarios[0].routes["{home}/old"].status',
    ],
    [
      'an event before a call that is not made',
      suiteOf({ ...judged, events: [{ beforeCall: 2, title: 'Later', seconds: 1 }] }),
      'there is no call 2; the scenario has 1 → at scenarios[0].events[0].beforeCall',
    ],
    [
      'an invalidation that is no path',
      suiteOf({ ...judged, events: [{ beforeCall: 1, title: 'Forget', invalidate: '/a/*/b' }] }),
      'expected a path, such as /old, or its beginning and *, such as /old/* → at scenarios[0].events[0].invalidate',
    ],
    [
      'a route at an edge server',
      suiteOf({ ...judged, edge: { at: 'home', origin: 'other' } }),
      `${home} is at the edge server, which has no routes; serve it at {other} → at scenarios[0].routes`,
    ],
    [
      'calls at once through an edge server',
      suiteOf({ ...judged, edge: { at: 'sub', origin: 'other' }, atOnce: true }),
      'leave out atOnce',
    ],
    ['no call', suiteOf({ ...judged, calls: [] }), 'a scenario makes at least one call → at scenarios[0].calls'],
    ['an unknown fact', suiteOf(withCheck({ fact: { kind: 'reqest' } })), 'expected one of settled, followed, outcome'],
    [
      'a fact at an origin without a server',
      suiteOf(withCheck({ fact: { kind: 'request', at: '{sub}/a' } })),
      'the scenario has no origin sub',
    ],
    [
      'a fact of a call that is not made',
      suiteOf(withCheck({ fact: { kind: 'outcome', call: 2 } })),
      'there is no call 2; the scenario has 1',
    ],
    [
      'a check twice',
      suiteOf({ ...judged, checks: [{ fact: { kind: 'outcome' } }, { fact: { kind: 'outcome' } }] }),
      'a check before it has the same id',
    ],
    [
      'an expectation that is no finding',
      suiteOf(ruledBy({ kind: 'exit' }, { expect: { oneOf: ['end'] }, requirement: 'fetch/redirect-statuses' })),
      '“end” is not a finding of exit; possible are ends | stays → at scenarios[0].checks[0].rulings[0].expect.oneOf[0]',
    ],
    [
      'bounds for what is no number',
      suiteOf(ruledBy({ kind: 'exit' }, { expect: { atMost: 1 }, requirement: 'fetch/redirect-statuses' })),
      'bounds are for numbers, and a finding of exit is ends | stays',
    ],
  ])('%s', async ([, file, message]) => {
    await using folder = await userFolder({ 'house.json': JSON.stringify(file) });
    const path = join(folder.path, 'house.json');
    const error = await readOwnSuites({ scenarios: [path] }).catch((thrown: unknown) => thrown as Error);
    expect(error).toMatchObject({ name: 'UsageError' });
    expect((error as Error).message).toContain(`${path} is not a valid suite of scenarios: ✖ `);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toContain('\n');
  });

  test.for<readonly [what: string, files: Readonly<Record<string, string>>, asked: string, message: string]>([
    ['a file that does not exist', {}, 'no.json', 'no.json: no such file'],
    ['a glob that matches nothing', {}, 'no*.json', '--scenarios=no*.json: no such file'],
    [
      'a module without a default export',
      { 'a.ts': 'export const a = 1;' },
      'a.ts',
      'a.ts has no default export; export the suite',
    ],
    ['a module that throws', { 'a.ts': 'throw new Error("sorry");' }, 'a.ts', 'a.ts: Error: sorry'],
    [
      'one id in two files',
      { 'a.json': JSON.stringify(suiteOf(judged)), 'b.json': JSON.stringify(suiteOf(moved)) },
      '*.json',
      'b.json: its id house is also that of',
    ],
    [
      'a requirement that does not exist',
      {
        'a.json': JSON.stringify(suiteOf(ruledBy({ kind: 'exit' }, { expect: { oneOf: ['ends'] }, requirement: 'fetch/exits' }))),
      },
      'a.json',
      'a.json: house/judged#exit: no such requirement: fetch/exits; nearest are fetch/',
    ],
  ])('%s', async ([, files, asked, message]) => {
    await using folder = await userFolder({ 'plain.ts': plainAdapter('plain'), ...files });
    const { code, stdout, stderr } = await folder.run('--client=./plain.ts', '--suite=house', `--scenarios=${asked}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim()).not.toContain('\n');
  });
});

test('the example in docs is the file that its page shows', () => {
  const page = readFileSync(join(root, 'docs/own-scenarios.md'), 'utf8');
  expect(page).toContain(readFileSync(join(root, 'docs/examples/house.json'), 'utf8'));
});
