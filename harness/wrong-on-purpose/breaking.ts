import picomatch from 'picomatch';
import { beforeAll, expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { checkId, type CheckId } from '../../suites/vocabulary/check.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
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

/** The ids of the checks that globs name, in the order of the catalogue. */
export function matching(globs: readonly string[]): readonly CheckId[] {
  const matches = picomatch([...globs]);
  return checks.map(({ id }) => id).filter((id) => matches(id));
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

/** The scenarios in which a sin is tried. Handshakes take their time: over HTTP/2 only where its list goes there, or the sin is about it. */
function occasions({ capability }: Sin, listed: readonly CheckId[]): readonly Scenario[] {
  const lists = ({ id }: Scenario): boolean => listed.some((check) => check.startsWith(`${id}#`));
  const isOverHttp2 = (scenario: Scenario): boolean => needsOf(scenario).includes('http2');
  const alsoOverHttp2 = capability === 'http2' || scenarios.some((scenario) => isOverHttp2(scenario) && lists(scenario));
  return scenarios.filter(
    (scenario) => (!capability || needsOf(scenario).includes(capability)) && (alsoOverHttp2 || !isOverHttp2(scenario)),
  );
}

// In this process, and one after the other: none of them takes it down, and there are many.
async function brokenBy(
  sin: Sin,
  profile: Profile,
  listed: readonly CheckId[],
  authority: CertificateAuthority,
): Promise<readonly CheckId[]> {
  using client = new ClientUnderTest(() => startInProcess(sinner(sin, profile.name as ProfileName)));
  const broken: CheckId[] = [];
  for (const scenario of occasions(sin, listed)) {
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
      const listed = matching(globs);
      expect(await brokenBy(sin, profileNamed(profile), listed, authority)).toEqual(listed);
    },
  );
}
