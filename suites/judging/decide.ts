import picomatch from 'picomatch';
import type { Check, CheckId, Ruling } from '../vocabulary/check.ts';
import type { Overruling, Profile } from '../vocabulary/profile.ts';
import type { Authority, RequirementId } from '../vocabulary/requirement.ts';
import { PatternTable } from './pattern-table.ts';

/** Which rulings decide on a check under a profile, and whose they are. */
export type Decision =
  | { readonly by: Authority; readonly rulings: readonly Ruling[] }
  /** The profile overrules; without rulings, the check is set aside. */
  | { readonly by: 'the profile'; readonly rulings: readonly Ruling[]; readonly reason: string }
  /** No authority of the profile rules on the check. */
  | { readonly by: 'no authority'; readonly rulings: readonly [] };

/** What a profile changes, ready to look up: patterns are compiled once, and not once for each check. */
interface Changes {
  readonly overrulings: PatternTable<Overruling>;
  /** By requirement: those of the house that may be cited in place of it, and on which checks. */
  readonly citations: ReadonlyMap<string, readonly Citation[]>;
}

interface Citation {
  readonly own: RequirementId;
  readonly isOn: (id: CheckId) => boolean;
}

const known = new WeakMap<Profile, Changes>();

function changesOf(profile: Profile): Changes {
  const before = known.get(profile);
  if (before) return before;
  const { overrulings = {}, requirements = {} } = profile;
  const citations = Object.entries(requirements).flatMap(([own, { inPlaceOf = [], on }]) => {
    const isOn = on ? picomatch([...on]) : () => true;
    return inPlaceOf.map((theirs) => ({ theirs, own: own as RequirementId, isOn }));
  });
  const changes = {
    overrulings: new PatternTable(Object.entries(overrulings)),
    citations: Map.groupBy<string, Citation & { theirs: string }>(citations, ({ theirs }) => theirs),
  };
  known.set(profile, changes);
  return changes;
}

function overrulingOn(id: CheckId, { overrulings }: Changes): Decision | undefined {
  const overruling = overrulings.entryFor(id);
  if (!overruling) return undefined;
  const { rulings, reason } = overruling;
  return { by: 'the profile', rulings: rulings === 'ignore' ? [] : rulings, reason };
}

function citing(id: CheckId, ruling: Ruling, { citations }: Changes): Ruling {
  const citation = citations.get(ruling.requirement)?.find(({ isOn }) => isOn(id));
  return citation ? { ...ruling, authority: 'house', requirement: citation.own } : ruling;
}

/**
 * Who decides on a check under a profile: the profile itself, else the first of its authorities that has any ruling.
 * What that authority demands is demanded by the house too, where the profile states a requirement in place of it.
 */
export function decide(id: CheckId, { rulings }: Pick<Check, 'rulings'>, profile: Profile): Decision {
  const changes = changesOf(profile);
  const all: readonly Ruling[] = rulings;
  const decisions = profile.authorities.map((by) => ({
    by,
    rulings: all.filter(({ authority }) => authority === by).map((ruling) => citing(id, ruling, changes)),
  }));
  return (
    overrulingOn(id, changes) ?? decisions.find((decision) => decision.rulings.length > 0) ?? { by: 'no authority', rulings: [] }
  );
}
