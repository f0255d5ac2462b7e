import { expect, test } from 'vitest';
import { profiles } from '../../suites/profiles/index.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import { rulingsFor } from '../judge.ts';
import { checks, matching, profileNamed, trialsOf } from './breaking.ts';
import { sins } from './index.ts';

const trials = trialsOf(sins);

test('every sin has a name of its own', () => {
  expect(new Set(sins.map(({ name }) => name)).size).toBe(sins.length);
});

test('no sin lists a pattern that matches nothing', () => {
  const idle = trials.flatMap(({ sin, globs }) =>
    globs.filter((glob) => matching([glob], sin).length === 0).map((glob) => `${sin.name}: ${glob}`),
  );
  expect(idle).toEqual([]);
});

/** A check and the authority whose musts decide on it under a profile: the same words need to be broken only once. */
const mustsUnder = (profile: Profile): readonly string[] =>
  checks.flatMap(({ id, check }) => {
    const musts = rulingsFor(id, check, profile).filter(({ level }) => level === 'must');
    return [...new Set(musts.map(({ authority }) => `${id} by ${authority}`))];
  });

test('every must is broken by some sin', () => {
  const broken = new Set(
    trials.flatMap(({ sin, profile, globs }) => {
      const ids = new Set(matching(globs, sin));
      return mustsUnder(profileNamed(profile)).filter((must) => ids.has(must.split(' by ', 1).join()));
    }),
  );
  expect(profiles.flatMap(mustsUnder).filter((must) => !broken.has(must))).toEqual([]);
});
