import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { profiles } from '../suites/profiles/index.ts';
import { readProfile } from './read-profile.ts';
import { UsageError } from './usage-error.ts';

const ruling = {
  authority: 'fetch',
  level: 'must',
  expect: { oneOf: ['returned 301'] },
  requirement: 'fetch/follows-by-default',
  disputed: 'by us',
};

const house = {
  name: 'house',
  title: 'House',
  authorities: ['common', 'fetch'],
  overrulings: {
    'cycles/*': { rulings: 'ignore', reason: 'we know' },
    'method-matrix/301-get#followed': { rulings: [ruling], reason: 'we follow nothing' },
  },
};

test('every profile of the house is found by its name', () => {
  for (const profile of profiles) expect(readProfile(profile.name)).toBe(profile);
});

describe('a file', () => {
  test('that is valid is read as it is', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'profile-'));
    const file = join(folder.path, 'house.json');
    await writeFile(file, JSON.stringify(house));
    expect(readProfile(file)).toEqual(house);
  });

  const overruled = (overruling: object): string => JSON.stringify({ ...house, overrulings: { 'cycles/*': overruling } });

  test.for<[title: string, content: string, reason: RegExp]>([
    ['is no JSON, on several lines', 'oops\n\nno\n', /not valid JSON/],
    ['takes a name that is taken', JSON.stringify({ ...house, name: 'fetch' }), /the name fetch is taken/],
    [
      'overrules a check that does not exist',
      JSON.stringify({ ...house, overrulings: { 'cycels/*': { rulings: 'ignore', reason: 'so' } } }),
      /cycels\/\* matches no check/,
    ],
    ['asks nobody', JSON.stringify({ ...house, authorities: [] }), /authorities/],
    ['asks an authority that nobody knows', JSON.stringify({ ...house, authorities: ['pope'] }), /authorities/],
    ['has a field that nobody knows', JSON.stringify({ ...house, colour: 'red' }), /colour/],
    ['overrules without a reason', overruled({ rulings: 'ignore' }), /reason/],
    [
      'rests a ruling on a requirement that nobody knows',
      overruled({ rulings: [{ ...ruling, requirement: 'fetch/whatever' }], reason: 'so' }),
      /cycles/,
    ],
  ])('that %s is refused in one line', async ([, content, reason]) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'profile-'));
    const file = join(folder.path, 'house.json');
    await writeFile(file, content);
    const read = (): unknown => readProfile(file);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(reason);
    expect(read).toThrow(/^[^\n]*house\.json[^\n]+$/);
  });
});
