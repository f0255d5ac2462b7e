import type { Capability } from '../../suites/vocabulary/capability.ts';

/** What a client learned, and in which version. */
export type Learned = readonly (readonly [capability: Capability, version: string])[];

/** Whether a version is at least another one. */
function isSince(version: string, first: string): boolean {
  const numbers = version.split(/[.-]/).map(Number);
  const least = first.split('.').map(Number);
  const differs = least.findIndex((number, index) => number !== numbers[index]);
  return differs === -1 || (numbers[differs] ?? 0) > (least[differs] ?? 0);
}

/** What a version of a client can do; an unknown one counts as `otherwise`. */
export function capabilitiesOf(
  version: string,
  always: readonly Capability[],
  learned: Learned,
  otherwise: string,
): readonly Capability[] {
  const known = /^\d+\.\d+\.\d+/.test(version) ? version : otherwise;
  return [...always, ...learned.filter(([, first]) => isSince(known, first)).map(([capability]) => capability)];
}
