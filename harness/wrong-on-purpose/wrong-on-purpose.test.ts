import { join } from 'node:path';
import picomatch from 'picomatch';
import { beforeAll, describe, expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { checkId, type CheckId } from '../../suites/vocabulary/check.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import { ClientUnderTest } from '../client-under-test.ts';
import { rulingsFor } from '../judge.ts';
import { runScenario } from '../run-scenario.ts';
import { CertificateAuthority } from '../servers/certificates.ts';
import { sins } from './index.ts';

const driver = join(import.meta.dirname, 'driver.ts');
const scenarios = suites.flatMap((suite) => suite.scenarios);
const checks = scenarios.flatMap((scenario) => scenario.checks.map((check) => ({ id: checkId(scenario.id, check), check })));

const matching = (globs: readonly string[]): readonly CheckId[] =>
  checks.map(({ id }) => id).filter((id) => picomatch.isMatch(id, [...globs]));

const profileNamed = (name: string): Profile => {
  const profile = profiles.find((each) => each.name === name);
  if (!profile) throw new Error(`no profile ${name}`);
  return profile;
};

let authority: CertificateAuthority;
beforeAll(async () => {
  authority = await CertificateAuthority.create();
});

async function brokenBy(sin: string, profile: Profile): Promise<readonly CheckId[]> {
  using client = new ClientUnderTest([process.execPath, driver, sin, profile.name]);
  const broken: CheckId[] = [];
  for (const scenario of scenarios) {
    const cell = await runScenario(scenario, { column: sin, client, transport: 'wire', authority, profiles: [profile] });
    broken.push(...Object.keys(cell.checks).filter((id) => cell.checks[id]?.verdicts[profile.name] === 'fail'));
  }
  return broken;
}

const trials = sins.flatMap(({ name, title, breaks }) =>
  breaks.flatMap(({ under, checks: globs }) => under.map((profile) => ({ name, title, profile, globs }))),
);

describe.concurrent('a client that', () => {
  test.for(trials)(
    '$title fails exactly the checks it must, under $profile',
    async ({ name, profile, globs }, { expect: expectHere }) => {
      expectHere(await brokenBy(name, profileNamed(profile))).toEqual(matching(globs));
    },
  );
});

test('no sin lists a pattern that matches nothing', () => {
  const idle = trials.flatMap(({ name, globs }) =>
    globs.filter((glob) => matching([glob]).length === 0).map((glob) => `${name}: ${glob}`),
  );
  expect(idle).toEqual([]);
});

/** A check and the authority whose musts decide on it under a profile: the same words need to be broken only once. */
const mustsUnder = (profile: Profile): readonly string[] =>
  checks.flatMap(({ id, check }) => {
    const musts = rulingsFor(id, check, profile).filter(({ level }) => level === 'must');
    return [...new Set(musts.map(({ authority: by }) => `${id} by ${by}`))];
  });

test('every must is broken by some sin', () => {
  const broken = new Set(
    trials.flatMap(({ profile, globs }) => {
      const ids = new Set(matching(globs));
      return mustsUnder(profileNamed(profile)).filter((must) => ids.has(must.split(' by ', 1).join()));
    }),
  );
  expect(profiles.flatMap(mustsUnder).filter((must) => !broken.has(must))).toEqual([]);
});
