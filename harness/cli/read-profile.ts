import { existsSync } from 'node:fs';
import picomatch from 'picomatch';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { checkId, type Ruling } from '../../suites/vocabulary/check.ts';
import { type Profile, profileSchema } from '../../suites/vocabulary/profile.ts';
import { readJson } from './read-json.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

const checkIds = suites.flatMap(({ scenarios }) =>
  scenarios.flatMap(({ id, checks }) => checks.map((check) => checkId(id, check))),
);

const rulingsOf = ({ overrulings = {} }: Profile): readonly Ruling[] =>
  Object.values(overrulings).flatMap(({ rulings }) => (rulings === 'ignore' ? [] : rulings));

/** What is wrong with a profile although its shape is right, in one line. */
function faultOf(profile: Profile): string | undefined {
  if (profiles.some(({ name }) => name === profile.name))
    return `the name ${profile.name} is taken; give the profile another one`;
  const unknown = rulingsOf(profile).find(({ requirement }) => !(requirement in requirements));
  if (unknown) return `no such requirement: ${unknown.requirement}`;
  const idle = Object.keys(profile.overrulings ?? {}).find(
    (pattern) => !checkIds.some((id) => id === pattern || picomatch.isMatch(id, pattern)),
  );
  return idle === undefined ? undefined : `the overruling ${idle} matches no check`;
}

/** A profile by its name, or from a JSON file. Throws a UsageError that says what is wrong. */
export function readProfile(nameOrFile: string): Profile {
  const byName = profiles.find(({ name }) => name === nameOrFile);
  if (byName) return byName;
  const file = userPath(nameOrFile);
  if (!existsSync(file)) {
    const names = profiles.map(({ name }) => name).join(', ');
    throw new UsageError(`--profile=${nameOrFile}: no such profile, and no such file; available: ${names}`);
  }
  const profile: Profile = readJson(file, profileSchema, 'profile');
  const fault = faultOf(profile);
  if (fault !== undefined) throw new UsageError(`${file}: ${fault}`);
  return profile;
}
