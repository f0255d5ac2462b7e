import { beforeAll, expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { checkId, type CheckId } from '../../suites/vocabulary/check.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { ClientUnderTest } from '../client-under-test.ts';
import { startInProcess } from '../drivers/in-process-driver.ts';
import { needsOf } from '../needs.ts';
import { runScenario } from '../run-scenario.ts';
import { CertificateAuthority } from '../servers/certificates.ts';
import { listOf, writeList } from './broken.ts';
import { apart, type ProfileName, type Sin } from './sin.ts';
import { sinner } from './sinner.ts';

const scenarios = suites.flatMap((suite) => suite.scenarios);

/** Every check of the catalogue. */
export const checks = scenarios.flatMap((scenario) =>
  scenario.checks.map((check) => ({ id: checkId(scenario.id, check), check })),
);

/** The profile of a name. */
export function profileNamed(name: ProfileName): Profile {
  const profile = profiles.find((each) => each.name === name);
  if (!profile) throw new Error(`no profile ${name}`);
  return profile;
}

/** Whether a sin is tried on a scenario. */
function hasOccasion({ capability, also = [] }: Sin, scenario: Scenario): boolean {
  const needs = needsOf(scenario);
  return capability ? needs.includes(capability) : needs.every((need) => !apart.includes(need) || also.includes(need));
}

// In this process, and one after the other: none of them takes it down, and there are many.
async function brokenBy(sin: Sin, profile: Profile, authority: CertificateAuthority): Promise<readonly CheckId[]> {
  using client = new ClientUnderTest(() => startInProcess(sinner(sin, profile.name as ProfileName)));
  const broken: CheckId[] = [];
  for (const scenario of scenarios.filter((each) => hasOccasion(sin, each))) {
    const cell = await runScenario(scenario, { column: sin.name, client, transport: 'wire', authority, profiles: [profile] });
    broken.push(...Object.keys(cell.checks).filter((id) => cell.checks[id]?.verdicts[profile.name] === 'fail'));
  }
  return broken;
}

/** Declares the tests that each of these clients fails what is listed, and nothing else. */
export function breakWhatTheyMust(sins: readonly Sin[]): void {
  let authority: CertificateAuthority;
  beforeAll(async () => {
    authority = await CertificateAuthority.create();
  });
  test.for(sins)('a client that $title fails exactly the checks on its list', async (sin) => {
    const broken: Partial<Record<ProfileName, readonly CheckId[]>> = {};
    for (const profile of sin.under) broken[profile] = await brokenBy(sin, profileNamed(profile), authority);
    await expect(writeList(broken)).toMatchFileSnapshot(listOf(sin));
  });
}
