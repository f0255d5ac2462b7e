import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { profiles } from '../suites/profiles/index.ts';
import { requirements } from '../suites/requirements/index.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import { authorities, type RequirementId } from '../suites/vocabulary/requirement.ts';
import { UsageError } from './usage-error.ts';

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
  if (!existsSync(nameOrFile)) {
    const names = profiles.map(({ name }) => name).join(', ');
    throw new UsageError(`--profile=${nameOrFile}: no such profile, and no such file; there are ${names}`);
  }
  try {
    const profile = profileFile.parse(JSON.parse(readFileSync(nameOrFile, 'utf8')));
    if (profiles.some(({ name }) => name === profile.name)) throw new Error(`the name ${profile.name} is taken`);
    return profile;
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).split('\n').join(' ') : (error as Error).message;
    throw new UsageError(`--profile=${nameOrFile}: no valid profile: ${reason}`);
  }
}
