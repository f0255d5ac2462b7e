import picomatch from 'picomatch';
import { beforeAll, expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { checkId, type CheckId } from '../../suites/vocabulary/check.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import { ClientUnderTest } from '../client-under-test.ts';
import { startInProcess } from '../drivers/in-process-driver.ts';
import { rulingsFor } from '../judge.ts';
import { runScenario } from '../run-scenario.ts';
import { CertificateAuthority } from '../servers/certificates.ts';
import { sins } from './index.ts';
import type { ProfileName, Sin } from './sin.ts';
import { sinner } from './sinner.ts';

const scenarios = suites.flatMap((suite) => suite.scenarios);
const checks = scenarios.flatMap((scenario) => scenario.checks.map((check) => ({ id: checkId(scenario.id, check), check })));

function matching(globs: readonly string[]): readonly CheckId[] {
  const matches = picomatch([...globs]);
  return checks.map(({ id }) => id).filter((id) => matches(id));
}

const profileNamed = (name: string): Profile => {
  const profile = profiles.find((each) => each.name === name);
  if (!profile) throw new Error(`no profile ${name}`);
  return profile;
};

let authority: CertificateAuthority;
beforeAll(async () => {
  authority = await CertificateAuthority.create();
});

// In this process, and one after the other: none of them hangs or dies, and there are many.
async function brokenBy(sin: Sin, profile: ProfileName): Promise<readonly CheckId[]> {
  using client = new ClientUnderTest(() => startInProcess(sinner(sin, profile)));
  const broken: CheckId[] = [];
  for (const scenario of scenarios) {
    const bench = { column: sin.name, client, transport: 'wire', authority, profiles: [profileNamed(profile)] } as const;
    const cell = await runScenario(scenario, bench);
    broken.push(...Object.keys(cell.checks).filter((id) => cell.checks[id]?.verdicts[profile] === 'fail'));
  }
  return broken;
}

const trials = sins.flatMap((sin) =>
  sin.breaks.flatMap(({ under, checks: globs }) => under.map((profile) => ({ sin, title: sin.title, profile, globs }))),
);

test.for(trials)('a client that $title fails exactly the checks it must, under $profile', async ({ sin, profile, globs }) => {
  expect(await brokenBy(sin, profile)).toEqual(matching(globs));
});

test('no sin lists a pattern that matches nothing', () => {
  const idle = trials.flatMap(({ sin, globs }) =>
    globs.filter((glob) => matching([glob]).length === 0).map((glob) => `${sin.name}: ${glob}`),
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
