import picomatch from 'picomatch';
import { beforeAll, expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { checkId, type CheckId } from '../../suites/vocabulary/check.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Capability, Scenario } from '../../suites/vocabulary/scenario.ts';
import { ClientUnderTest } from '../client-under-test.ts';
import { startInProcess } from '../drivers/in-process-driver.ts';
import { needsOf } from '../needs.ts';
import { runScenario } from '../run-scenario.ts';
import { CertificateAuthority } from '../servers/certificates.ts';
import type { ProfileName, Sin } from './sin.ts';
import { sinner } from './sinner.ts';

const scenarios = suites.flatMap((suite) => suite.scenarios);

/** Every check of the catalogue. */
export const checks = scenarios.flatMap((scenario) =>
  scenario.checks.map((check) => ({ id: checkId(scenario.id, check), check })),
);

/** Capabilities whose scenarios have sins of their own: what is wrong without a proxy need not be found out behind one again. */
const apart: readonly Capability[] = ['proxy'];

/** The scenarios that a sin is tried on. */
function occasionsOf({ capability }: Sin): readonly Scenario[] {
  return scenarios.filter((scenario) => {
    const needs = needsOf(scenario);
    return capability ? needs.includes(capability) : !apart.some((other) => needs.includes(other));
  });
}

/** The ids of the checks that globs name, in the order of the catalogue, as far as a sin is tried on them. */
export function matching(globs: readonly string[], sin: Sin): readonly CheckId[] {
  const matches = picomatch([...globs]);
  return occasionsOf(sin)
    .flatMap((scenario) => scenario.checks.map((check) => checkId(scenario.id, check)))
    .filter((id) => matches(id));
}

/** The profile of a name. */
export function profileNamed(name: ProfileName): Profile {
  const profile = profiles.find((each) => each.name === name);
  if (!profile) throw new Error(`no profile ${name}`);
  return profile;
}

/** Each sin against each profile that it is tried against. */
export const trialsOf = (
  sins: readonly Sin[],
): readonly { readonly sin: Sin; readonly title: string; readonly profile: ProfileName; readonly globs: readonly string[] }[] =>
  sins.flatMap((sin) =>
    sin.breaks.flatMap(({ under, checks: globs }) => under.map((profile) => ({ sin, title: sin.title, profile, globs }))),
  );

// In this process, and one after the other: none of them takes it down, and there are many.
async function brokenBy(sin: Sin, profile: Profile, authority: CertificateAuthority): Promise<readonly CheckId[]> {
  using client = new ClientUnderTest(() => startInProcess(sinner(sin, profile.name as ProfileName)));
  const broken: CheckId[] = [];
  for (const scenario of occasionsOf(sin)) {
    const cell = await runScenario(scenario, { column: sin.name, client, transport: 'wire', authority, profiles: [profile] });
    broken.push(...Object.keys(cell.checks).filter((id) => cell.checks[id]?.verdicts[profile.name] === 'fail'));
  }
  return broken;
}

/** Declares the tests that each of these clients fails what it must, and nothing else. */
export function breakWhatTheyMust(sins: readonly Sin[]): void {
  let authority: CertificateAuthority;
  beforeAll(async () => {
    authority = await CertificateAuthority.create();
  });
  test.for(trialsOf(sins))(
    'a client that $title fails exactly the checks it must, under $profile',
    async ({ sin, profile, globs }) => {
      expect(await brokenBy(sin, profileNamed(profile), authority)).toEqual(matching(globs, sin));
    },
  );
}
