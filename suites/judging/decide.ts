import picomatch from 'picomatch';
import type { Check, CheckId, Ruling } from '../vocabulary/check.ts';
import type { Profile } from '../vocabulary/profile.ts';
import type { Authority } from '../vocabulary/requirement.ts';

/** Which rulings decide on a check under a profile, and whose they are. */
export type Decision =
  | { readonly by: Authority; readonly rulings: readonly Ruling[] }
  /** The profile overrules; without rulings, the check is set aside. */
  | { readonly by: 'the profile'; readonly rulings: readonly Ruling[]; readonly reason: string }
  /** No authority of the profile rules on the check. */
  | { readonly by: 'no authority'; readonly rulings: readonly [] };

function overrulingOn(id: CheckId, { overrulings = {} }: Profile): Decision | undefined {
  const pattern = id in overrulings ? id : Object.keys(overrulings).find((glob) => picomatch.isMatch(id, glob));
  const overruling = pattern === undefined ? undefined : overrulings[pattern];
  if (!overruling) return undefined;
  const { rulings, reason } = overruling;
  return { by: 'the profile', rulings: rulings === 'ignore' ? [] : rulings, reason };
}

/** Who decides on a check under a profile: the profile itself, else the first of its authorities that has any ruling. */
export function decide(id: CheckId, { rulings }: Pick<Check, 'rulings'>, profile: Profile): Decision {
  const all: readonly Ruling[] = rulings;
  const decisions = profile.authorities.map((by) => ({ by, rulings: all.filter(({ authority }) => authority === by) }));
  return (
    overrulingOn(id, profile) ?? decisions.find((decision) => decision.rulings.length > 0) ?? { by: 'no authority', rulings: [] }
  );
}
