import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { profiles } from '../../suites/profiles/index.ts';
import { readProfile } from './read-profile.ts';
import { UsageError } from './usage-error.ts';

const ruling = {
  authority: 'fetch',
  level: 'must',
  expect: { oneOf: ['returned 301'] },
  requirement: 'fetch/follows-by-default',
  disputed: 'by us',
};

const custom = {
  name: 'custom',
  title: 'Custom',
  authorities: ['common', 'fetch'],
  overrulings: {
    'cycles/*': { rulings: 'ignore', reason: 'not relevant for us' },
    'method-matrix/301-get#followed': { rulings: [ruling], reason: 'our client does not follow' },
  },
};

test('every bundled profile is found by its name', () => {
  for (const profile of profiles) expect(readProfile(profile.name)).toBe(profile);
});

describe('a file', () => {
  test('that is valid is read unchanged', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'profile-'));
    const file = join(folder.path, 'custom.json');
    await writeFile(file, JSON.stringify(custom));
    expect(readProfile(file)).toEqual(custom);
  });

  const overruled = (overruling: object): string => JSON.stringify({ ...custom, overrulings: { 'cycles/*': overruling } });

  test.for<[title: string, content: string, reason: RegExp]>([
    ['is not JSON, on several lines', 'oops\n\nno\n', /not valid JSON/],
    ['has a name that is taken', JSON.stringify({ ...custom, name: 'fetch' }), /the name fetch is taken/],
    [
      'overrules a check that does not exist',
      JSON.stringify({ ...custom, overrulings: { 'cycels/*': { rulings: 'ignore', reason: 'so' } } }),
      /cycels\/\* matches no check/,
    ],
    ['has no authority', JSON.stringify({ ...custom, authorities: [] }), /authorities/],
    ['has an unknown authority', JSON.stringify({ ...custom, authorities: ['unknown'] }), /authorities/],
    ['has an unknown field', JSON.stringify({ ...custom, colour: 'red' }), /colour/],
    ['overrules a check without a reason', overruled({ rulings: 'ignore' }), /reason/],
    [
      'has a ruling with an unknown requirement',
      overruled({ rulings: [{ ...ruling, requirement: 'fetch/whatever' }], reason: 'so' }),
      /no such requirement: fetch\/whatever/,
    ],
    [
      'expects a value that is not a finding of the fact',
      JSON.stringify({
        ...custom,
        overrulings: { 'cycles/self#requests': { rulings: [{ ...ruling, expect: { oneOf: ['abc'] } }], reason: 'so' } },
      }),
      /cycles\/self#requests: “abc” is not a finding of requests; possible are <n>/,
    ],
  ])('that %s is refused with one line', async ([, content, reason]) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'profile-'));
    const file = join(folder.path, 'custom.json');
    await writeFile(file, content);
    const read = (): unknown => readProfile(file);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(reason);
    expect(read).toThrow(/^[^\n]*custom\.json[^\n]+$/);
  });
});
