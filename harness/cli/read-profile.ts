import { existsSync } from 'node:fs';
import picomatch from 'picomatch';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { checkId, type Expected } from '../../suites/vocabulary/check.ts';
import { facts, formsPattern } from '../../suites/vocabulary/fact.ts';
import { type Overruling, type Profile, profileSchema } from '../../suites/vocabulary/profile.ts';
import { readJson } from './read-json.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

const checks = suites.flatMap(({ scenarios }) =>
  scenarios.flatMap(({ id, checks: own }) => own.map((check) => ({ id: checkId(id, check), kind: check.fact.kind }))),
);

const valuesOfExpected = (expect: Expected): readonly string[] =>
  'oneOf' in expect ? expect.oneOf : 'noneOf' in expect ? expect.noneOf : [];

/** What is wrong with one overruling, in one line. */
function faultOfOverruling(pattern: string, { rulings }: Overruling): string | undefined {
  const matched = checks.filter(({ id }) => id === pattern || picomatch.isMatch(id, pattern));
  if (matched.length === 0) return `the overruling ${pattern} matches no check`;
  if (rulings === 'ignore') return undefined;
  const unknown = rulings.find(({ requirement }) => !(requirement in requirements));
  if (unknown) return `no such requirement: ${unknown.requirement}`;
  const kinds = [...new Set(matched.map(({ kind }) => kind))];
  for (const value of rulings.flatMap(({ expect }) => valuesOfExpected(expect))) {
    const kind = kinds.find((each) => !formsPattern(each).test(value));
    if (kind) return `${pattern}: “${value}” is not a finding of ${kind}; possible are ${facts[kind].findings.join(', ')}`;
  }
  return undefined;
}

/** What is wrong with a profile although its shape is right, in one line. */
function faultOf(profile: Profile): string | undefined {
  if (profiles.some(({ name }) => name === profile.name))
    return `the name ${profile.name} is taken; give the profile another one`;
  const overrulings = Object.entries(profile.overrulings ?? {});
  return overrulings.map(([pattern, overruling]) => faultOfOverruling(pattern, overruling)).find((fault) => fault !== undefined);
}

/** A profile by its name, or from a JSON file. Throws a UsageError that says what is wrong, and `where` the name was given. */
export function readProfile(nameOrFile: string, where = `--profile=${nameOrFile}`): Profile {
  const byName = profiles.find(({ name }) => name === nameOrFile);
  if (byName) return byName;
  const file = userPath(nameOrFile);
  if (!existsSync(file)) {
    const names = profiles.map(({ name }) => name).join(', ');
    throw new UsageError(`${where}: no such profile, and no such file; available: ${names}`);
  }
  const profile: Profile = readJson(file, profileSchema, 'profile');
  const fault = faultOf(profile);
  if (fault !== undefined) throw new UsageError(`${file}: ${fault}`);
  return profile;
}
