import semver from 'semver';
import type { Capability } from '../../suites/vocabulary/capability.ts';

/** What a client learned, and in which version. */
export type Learned = readonly (readonly [capability: Capability, version: string])[];

/** What a version of a client can do; an unknown one counts as `otherwise`. */
export function capabilitiesOf(
  version: string,
  always: readonly Capability[],
  learned: Learned,
  otherwise: string,
): readonly Capability[] {
  const known = semver.valid(version) ?? otherwise;
  return [...always, ...learned.filter(([, first]) => semver.gte(known, first)).map(([capability]) => capability)];
}
