import type { Check, CheckId, Ruling } from './check.ts';
import type { Profile } from './profile.ts';
import type { Authority } from './requirement.ts';
import { decidedBy } from './verdict.ts';

/** By whose word a check is judged under a profile. */
export type Decision =
  | { readonly by: Authority; readonly rulings: readonly Ruling[] }
  /** The profile overrules; without rulings, the check is set aside. */
  | { readonly by: 'the profile'; readonly rulings: readonly Ruling[]; readonly reason: string }
  | { readonly by: 'nobody'; readonly rulings: readonly [] };

/** Who decides on a check under a profile. `matches` tells whether an id matches a glob. */
export function decide(
  id: CheckId,
  { rulings }: Pick<Check, 'rulings'>,
  profile: Profile,
  matches: (id: CheckId, glob: string) => boolean,
): Decision {
  const { overrulings = {} } = profile;
  const pattern = id in overrulings ? id : Object.keys(overrulings).find((glob) => matches(id, glob));
  const overruled = pattern === undefined ? undefined : overrulings[pattern];
  if (overruled) {
    return { by: 'the profile', rulings: overruled.rulings === 'ignore' ? [] : overruled.rulings, reason: overruled.reason };
  }
  const decided = decidedBy(rulings, profile);
  return decided ? { by: decided.authority, rulings: decided.rulings } : { by: 'nobody', rulings: [] };
}
