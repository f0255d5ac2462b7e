import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { profiles } from '../../suites/profiles/index.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import { readProfile } from './read-profile.ts';
import { UsageError } from './usage-error.ts';

const own = { source: 'Our record 7', section: 'rule 1', statement: 'Nothing is followed.', url: 'https://wiki.example/7' };
const ruling = { level: 'must', expect: { oneOf: ['returned 301'] }, requirement: 'house/rule-1', disputed: 'by us' };
const check = 'method-matrix/301-get#followed';

const custom = {
  name: 'custom',
  title: 'Custom',
  authorities: ['common', 'fetch'],
  requirements: { 'house/rule-1': own },
  overrulings: {
    'cycles/*': { rulings: 'ignore', reason: 'not relevant for us' },
    [check]: { rulings: [ruling], reason: 'our client does not follow' },
  },
};

async function read(content: string): Promise<Profile> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'profile-'));
  const file = join(folder.path, 'custom.json');
  await writeFile(file, content);
  return readProfile(file);
}

test('every bundled profile is found by its name', () => {
  for (const profile of profiles) expect(readProfile(profile.name)).toBe(profile);
});

describe('a file', () => {
  test('is read with the authority of each requirement', async () => {
    const theirs = { level: 'must', expect: { oneOf: ['absent'] }, requirement: 'strict/credentials-stay-at-their-origin' };
    const overrulings = { ...custom.overrulings, 'cross-host-auth/*#canary:x-api-key@*': { rulings: [theirs], reason: 'so' } };
    expect(await read(JSON.stringify({ $schema: './profile.schema.json', ...custom, overrulings }))).toEqual({
      ...custom,
      requirements: { 'house/rule-1': { authority: 'house', level: 'definition', ...own } },
      overrulings: {
        ...overrulings,
        [check]: { rulings: [{ authority: 'house', ...ruling }], reason: 'our client does not follow' },
        'cross-host-auth/*#canary:x-api-key@*': { rulings: [{ authority: 'strict', ...theirs }], reason: 'so' },
      },
    });
  });

  test('has the authorities of the profile that it extends, unless it has a list', async () => {
    const named = { name: 'custom', title: 'Custom', extends: 'strict' };
    expect(await read(JSON.stringify(named))).toEqual({
      name: 'custom',
      title: 'Custom',
      authorities: readProfile('strict').authorities,
    });
    expect(await read(JSON.stringify({ ...named, authorities: ['fetch'] }))).toMatchObject({ authorities: ['fetch'] });
  });

  const withMembers = (members: object): string => JSON.stringify({ ...custom, ...members });
  const withRequirement = (id: string, members: object = {}): string =>
    withMembers({ requirements: { ...custom.requirements, [id]: { ...own, ...members } } });
  const withOverruling = (pattern: string, overruling: object): string =>
    withMembers({ overrulings: { [pattern]: { reason: 'so', ...overruling } } });
  const withRuling = (pattern: string, members: object): string =>
    withOverruling(pattern, { rulings: [{ ...ruling, ...members }] });
  const expecting = (pattern: string, expected: object): string => withRuling(pattern, { expect: expected });

  test.for<[title: string, content: string, fault: string]>([
    ['is not JSON, on several lines', 'oops\n\nno\n', 'is not valid JSON'],
    [
      'has a name that is taken',
      withMembers({ name: 'fetch' }),
      'the name fetch is taken by a bundled profile; give it another one → at name',
    ],
    ['has no authority', withMembers({ authorities: [] }), 'expected array to have >=1 items → at authorities'],
    [
      'has an unknown authority',
      withMembers({ authorities: ['unknown'] }),
      '"common"|"rfc9110"|"fetch"|"adr-016"|"strict"|"convention" → at authorities[0]',
    ],
    ['asks the house', withMembers({ authorities: ['house'] }), '"convention" → at authorities[0]'],
    [
      'names an authority twice',
      withMembers({ authorities: ['fetch', 'fetch'] }),
      'fetch is in the list twice → at authorities[1]',
    ],
    [
      'neither lists authorities nor extends',
      withMembers({ authorities: undefined }),
      'missing; give a list, or extend a bundled profile: fetch, rfc9110, adr-016, strict → at authorities',
    ],
    [
      'extends what is not a profile',
      withMembers({ extends: 'fecth' }),
      '“fecth” is no bundled profile; possible are fetch, rfc9110, adr-016, strict → at extends',
    ],
    ['has an unknown field', withMembers({ colour: 'red' }), 'Unrecognized key: "colour"'],
    [
      'has a requirement without a statement',
      withRequirement('house/rule-2', { statement: ' ' }),
      'a statement is needed → at requirements["house/rule-2"].statement',
    ],
    [
      'has a requirement with a link that is not a URL',
      withRequirement('house/rule-2', { url: 'wiki' }),
      'Invalid URL → at requirements["house/rule-2"].url',
    ],
    [
      'has a requirement without a document in its id',
      withRequirement('rule-2'),
      'an id is a document, a slash and a name: house/rule-1 → at requirements["rule-2"]',
    ],
    [
      'has a requirement with an id that is taken',
      withRequirement('adr-016/rule-2'),
      'the id is taken by a bundled requirement; give it another one → at requirements["adr-016/rule-2"]',
    ],
    [
      'has a requirement in place of one that does not exist',
      withRequirement('house/rule-2', { inPlaceOf: ['fetch/follow-by-default'] }),
      'no such requirement: fetch/follow-by-default; nearest are fetch/follows-by-default',
    ],
    [
      'has a requirement in place of one that never decides',
      withRequirement('house/rule-2', { inPlaceOf: ['adr-016/rule-1'] }),
      'adr-016/rule-1 never decides, since adr-016 is not one of the authorities common, fetch → at requirements["house/rule-2"].inPlaceOf[0]',
    ],
    [
      'has two requirements in place of one',
      withMembers({
        requirements: {
          'house/rule-1': { ...own, inPlaceOf: ['fetch/follows-by-default'] },
          'house/rule-2': { ...own, inPlaceOf: ['fetch/follows-by-default'] },
        },
      }),
      'house/rule-1 is in place of fetch/follows-by-default too, on method-matrix/301-get#followed → at requirements["house/rule-2"].inPlaceOf[0]',
    ],
    [
      'has a requirement on checks that do not exist',
      withRequirement('house/rule-2', { inPlaceOf: ['fetch/follows-by-default'], on: ['cycels/*'] }),
      'it matches no check: no such scenario; nearest are ',
    ],
    [
      'overrules a check without a reason',
      withOverruling('cycles/*', { rulings: 'ignore', reason: ' ' }),
      'a reason in plain words is needed → at overrulings["cycles/*"].reason',
    ],
    [
      'overrules scenarios that do not exist',
      withOverruling('cycels/*', { rulings: 'ignore' }),
      'it matches no check: no such scenario; nearest are cycles/',
    ],
    [
      'overrules checks that do not exist',
      withOverruling('cycles/self#outcom', { rulings: 'ignore' }),
      'it matches no check: no check there has this name; nearest are outcome',
    ],
    [
      'overrules a scenario, and not its checks',
      withOverruling('cycles/self', { rulings: 'ignore' }),
      'it matches no check: a pattern is for checks: cycles/self#',
    ],
    [
      'has overrulings that overlap',
      withMembers({
        overrulings: { 'cycles/self#*': { rulings: 'ignore', reason: 'so' }, 'cycles/*': { rulings: 'ignore', reason: 'so' } },
      }),
      'it overlaps with cycles/self#*: both match cycles/self#settled; make one narrower, or give this check an entry of its own → at overrulings["cycles/*"]',
    ],
    [
      'has neither rulings nor “ignore”',
      withOverruling(check, { rulings: 'ignored' }),
      'expected "ignore" or a list of rulings → at overrulings["method-matrix/301-get#followed"].rulings',
    ],
    [
      'has no rulings in the list',
      withOverruling(check, { rulings: [] }),
      'expected array to have >=1 items → at overrulings["method-matrix/301-get#followed"].rulings',
    ],
    [
      'has a ruling with an unknown level',
      withRuling(check, { level: 'shall' }),
      'expected one of "must"|"should"|"may" → at overrulings["method-matrix/301-get#followed"].rulings[0].level',
    ],
    [
      'has a ruling with an unknown requirement',
      withRuling(check, { requirement: 'house/rule-7' }),
      'no such requirement: house/rule-7; nearest are house/rule-1',
    ],
    [
      'has a must on what the text only recommends',
      withRuling(check, { requirement: 'rfc9110/bad-certificate-ends-it' }),
      'a must cannot rest on rfc9110/bad-certificate-ends-it, which says SHOULD; state a requirement of your own',
    ],
    [
      'expects what is not a finding of the fact',
      expecting('cycles/self#requests', { oneOf: ['1', 'abc'] }),
      '“abc” is not a finding of requests; possible are <n> → at overrulings["cycles/self#requests"].rulings[0].expect.oneOf[1]',
    ],
    [
      'excludes what is not a finding of the fact',
      expecting(check, { noneOf: ['error: loop'] }),
      '“error: loop” is not a finding of followed; possible are followed | returned <status> | error: <error class> | cut off after <n> requests | any error | any error but <error class>',
    ],
    [
      'expects one value of facts of several kinds',
      expecting('cycles/self#*', { oneOf: ['1'] }),
      '(the pattern matches checks of 3 kinds: settled, outcome, requests)',
    ],
    [
      'expects nothing of a list',
      expecting(check, { oneOf: [] }),
      'expected array to have >=1 items → at overrulings["method-matrix/301-get#followed"].rulings[0].expect.oneOf',
    ],
    [
      'expects nothing at all',
      expecting('cycles/self#requests', {}),
      'expected { "oneOf": […] }, { "noneOf": […] }, or { "atLeast": n, "atMost": n } with one bound or both → at overrulings["cycles/self#requests"].rulings[0].expect',
    ],
    ['expects in words that do not exist', expecting(check, { anyOf: ['followed'] }), 'expected { "oneOf": […] }'],
    [
      'has bounds that no number meets',
      expecting('cycles/self#requests', { atLeast: 3, atMost: 2 }),
      'no number is at least this and at most the other bound → at overrulings["cycles/self#requests"].rulings[0].expect.atLeast',
    ],
    [
      'has a bound that is no number of things',
      expecting('cycles/self#requests', { atLeast: 1.5 }),
      'expected int, received number → at overrulings["cycles/self#requests"].rulings[0].expect.atLeast',
    ],
    [
      'has bounds on text',
      expecting(check, { atMost: 2 }),
      'bounds are for numbers, and a finding of followed is followed | returned <status>',
    ],
    [
      'excludes every finding',
      expecting('cross-host-auth/host-302#canary:authorization@other', { noneOf: ['sent', 'absent'] }),
      'no finding of canary can meet every must → at overrulings["cross-host-auth/host-302#canary:authorization@other"].rulings',
    ],
    [
      'has rulings that contradict each other',
      withOverruling(check, { rulings: [ruling, { ...ruling, expect: { oneOf: ['followed'] } }] }),
      'no finding of followed can meet every must',
    ],
  ])('that %s is refused with one line that says where', async ([, content, fault]) => {
    const error: unknown = await read(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(fault);
    expect(String(error)).toMatch(/^[^\n]*custom\.json is not a valid profile: [^\n]+$/);
  });

  test('with several faults is refused with all of them', async () => {
    await expect(read(withMembers({ name: 'fetch', extends: 'fecth' }))).rejects.toThrow(/at name .*at extends/);
  });
});
