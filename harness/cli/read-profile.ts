import { existsSync } from 'node:fs';
import { allScenarios } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import type { Ruling } from '../../suites/vocabulary/check.ts';
import { type Overruling, type Profile, type ProfileFile, profileFileSchema } from '../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { authoritiesOf, faultsOf } from './profile-faults.ts';
import { readJson } from './read-json.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

const checkedSchemaFor = (scenarios: readonly Scenario[]) =>
  profileFileSchema.superRefine((file, context) => {
    for (const { path, message } of faultsOf(file, scenarios)) context.addIssue({ code: 'custom', path: [...path], message });
  });

type WrittenOverruling = NonNullable<ProfileFile['overrulings']>[string];

const bundled: Readonly<Record<string, Requirement>> = requirements;

/** What a file leaves out since its requirements say it: whose rulings they are. */
function withAuthorities({ rulings, reason }: WrittenOverruling): Overruling {
  if (rulings === 'ignore') return { rulings, reason };
  return {
    rulings: rulings.map((ruling): Ruling => ({ authority: bundled[ruling.requirement]?.authority ?? 'house', ...ruling })),
    reason,
  };
}

const mapped = <From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Readonly<Record<string, To>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

function profileOf(file: ProfileFile): Profile {
  const { name, title, requirements: own, overrulings } = file;
  return {
    name,
    title,
    authorities: authoritiesOf(file),
    ...(own && { requirements: mapped(own, (requirement) => ({ authority: 'house' as const, ...requirement })) }),
    ...(overrulings && { overrulings: mapped(overrulings, withAuthorities) }),
  };
}

/**
 * A profile by its name, or from a JSON file whose patterns are for checks of these scenarios. Throws a UsageError that says
 * what is wrong, and `where` the name was given.
 */
export function readProfile(nameOrFile: string, scenarios = allScenarios, where = `--profile=${nameOrFile}`): Profile {
  const byName = profiles.find(({ name }) => name === nameOrFile);
  if (byName) return byName;
  const file = userPath(nameOrFile);
  if (!existsSync(file)) {
    const names = profiles.map(({ name }) => name).join(', ');
    throw new UsageError(`${where}: no such profile, and no such file; available: ${names}`);
  }
  return profileOf(readJson(file, checkedSchemaFor(scenarios), 'profile'));
}
