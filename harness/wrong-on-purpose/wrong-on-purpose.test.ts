import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { profiles } from '../../suites/profiles/index.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import { rulingsFor } from '../judge.ts';
import { checks, profileNamed } from './breaking.ts';
import { BROKEN, listOf, readList } from './broken.ts';
import { sins } from './index.ts';
import type { ProfileName } from './sin.ts';

test('every sin has a name of its own', () => {
  expect(new Set(sins.map(({ name }) => name)).size).toBe(sins.length);
});

test('every list belongs to a sin', () => {
  expect(readdirSync(BROKEN).toSorted()).toEqual(sins.map((sin) => basename(listOf(sin))).toSorted());
});

/** A check and the authority whose musts decide on it under a profile: the same words need to be broken only once. */
const mustsUnder = (profile: Profile): readonly string[] =>
  checks.flatMap(({ id, check }) => {
    const musts = rulingsFor(id, check, profile).filter(({ level }) => level === 'must');
    return [...new Set(musts.map(({ authority }) => `${id} by ${authority}`))];
  });

test('every must is broken by some sin', () => {
  const broken = new Set(
    sins.flatMap((sin) =>
      Object.entries(readList(sin)).flatMap(([profile, list]) => {
        const ids = new Set(list);
        return mustsUnder(profileNamed(profile as ProfileName)).filter((must) => ids.has(must.split(' by ', 1).join()));
      }),
    ),
  );
  expect(profiles.flatMap(mustsUnder).filter((must) => !broken.has(must))).toEqual([]);
});
