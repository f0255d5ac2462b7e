import { existsSync } from 'node:fs';
import picomatch from 'picomatch';
import { z } from 'zod';
import { suites } from '../suites/index.ts';
import { profiles } from '../suites/profiles/index.ts';
import { requirements } from '../suites/requirements/index.ts';
import { checkId } from '../suites/vocabulary/check.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import { authorities, type RequirementId } from '../suites/vocabulary/requirement.ts';
import { readJson } from './read-json.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

const checkIds = suites.flatMap(({ scenarios }) =>
  scenarios.flatMap(({ id, checks }) => checks.map((check) => checkId(id, check))),
);

const expected = z.union([
  z.strictObject({ oneOf: z.array(z.string()) }),
  z.strictObject({ noneOf: z.array(z.string()) }),
  z.strictObject({ atLeast: z.number().exactOptional(), atMost: z.number().exactOptional() }),
]);

const isRequirement = (id: unknown): id is RequirementId => typeof id === 'string' && id in requirements;

const ruling = z.strictObject({
  authority: z.enum(authorities),
  level: z.enum(['must', 'should', 'may']),
  expect: expected,
  requirement: z.custom<RequirementId>(isRequirement, 'no such requirement'),
  disputed: z.string().exactOptional(),
});

const profileFile: z.ZodType<Profile> = z.strictObject({
  name: z.string().min(1),
  title: z.string().min(1),
  authorities: z.array(z.enum(authorities)).min(1),
  overrulings: z
    .record(z.string(), z.strictObject({ rulings: z.union([z.literal('ignore'), z.array(ruling)]), reason: z.string().min(1) }))
    .exactOptional(),
});

/** A profile by its name, or from a JSON file. Throws a UsageError that says what is wrong. */
export function readProfile(nameOrFile: string): Profile {
  const byName = profiles.find(({ name }) => name === nameOrFile);
  if (byName) return byName;
  const file = userPath(nameOrFile);
  if (!existsSync(file)) {
    const names = profiles.map(({ name }) => name).join(', ');
    throw new UsageError(`--profile=${nameOrFile}: no such profile, and no such file; there are ${names}`);
  }
  const profile = readJson(file, profileFile, 'profile');
  if (profiles.some(({ name }) => name === profile.name))
    throw new UsageError(`${file}: the name ${profile.name} is taken; give the profile another one`);
  const idle = Object.keys(profile.overrulings ?? {}).find(
    (pattern) => !checkIds.some((id) => id === pattern || picomatch.isMatch(id, pattern)),
  );
  if (idle !== undefined) throw new UsageError(`${file}: the overruling ${idle} matches no check`);
  return profile;
}
