import { ofBrowsers } from '../../suites/vocabulary/capability.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import { beforeAll, expect, test } from 'vitest';
import { profiles } from '../../suites/profiles/index.ts';
import { checkId, type Ruling } from '../../suites/vocabulary/check.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { mutants } from './index.ts';
import type { Mutant } from './mutant.ts';
import { allScenarios } from '../../suites/index.ts';
import { type FailedCheck, mustsOn, profilesOf, Trial } from './trial.ts';

// What only a browser can be asked is tested with browsers: harness/browser/musts.test.ts.
const ofServerClients = allScenarios.filter((scenario) => !needsOf(scenario).some((need) => ofBrowsers.includes(need)));

const allChecks = ofServerClients.flatMap((scenario) =>
  scenario.checks.map((check) => ({ id: checkId(scenario.id, check), check })),
);

const witnessesOf = ({ witnesses }: Mutant): readonly string[] => Object.values(witnesses).flat();

test('every mutant has a name and a title of its own', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  expect(new Set(mutants.map(({ title }) => title)).size).toBe(mutants.length);
});

test('every mutant has one to three witnesses', () => {
  const others = mutants.filter((mutant) => witnessesOf(mutant).length < 1 || witnessesOf(mutant).length > 3);
  expect(others.map(({ name }) => name)).toEqual([]);
});

test('every witness is a check of the catalogue', () => {
  const ids = new Set(allChecks.map(({ id }) => id));
  expect(mutants.flatMap(witnessesOf).filter((id) => !ids.has(id))).toEqual([]);
});

let authority: CertificateAuthority;
beforeAll(async () => {
  authority = new CertificateAuthority();
});

/** Runs a mutant on the scenarios of its witnesses, each scenario once per profile. */
async function failedWitnesses(mutant: Mutant): Promise<readonly FailedCheck[]> {
  const failed: FailedCheck[] = [];
  for (const profile of profilesOf(mutant)) {
    const ids = mutant.witnesses[profile] ?? [];
    using trial = new Trial(mutant, profile, authority);
    for (const scenario of allScenarios.filter((each) => ids.some((id) => id.startsWith(`${each.id}#`))))
      failed.push(...(await trial.failedChecks(scenario)).filter(({ id }) => ids.includes(id)));
  }
  return failed;
}

const trials = new Map<Mutant, Promise<readonly FailedCheck[]>>();

/** Runs a mutant only once, however many tests ask for it. */
function failedOnce(mutant: Mutant): Promise<readonly FailedCheck[]> {
  const failed = trials.get(mutant) ?? failedWitnesses(mutant);
  trials.set(mutant, failed);
  return failed;
}

test.for(mutants)('a client that $title fails its witnesses', async (mutant) => {
  const failed = await failedOnce(mutant);
  const survived = profilesOf(mutant).flatMap((profile) =>
    (mutant.witnesses[profile] ?? [])
      .filter((id) => !failed.some((each) => each.profile === profile && each.id === id))
      .map((id) => `${id} under ${profile}`),
  );
  expect(survived).toEqual([]);
});

const toText = ({ authority: by, requirement }: Ruling): string => `${requirement} of ${by}`;

test('every must of every authority is failed by a witness', async () => {
  const missed = new Set<string>();
  for (const mutant of mutants)
    for (const failed of await failedOnce(mutant)) for (const ruling of failed.missed) missed.add(toText(ruling));
  const musts = profiles.flatMap((profile) => allChecks.flatMap(({ id, check }) => mustsOn(id, check, profile).map(toText)));
  expect([...new Set(musts)].filter((must) => !missed.has(must))).toEqual([]);
});
