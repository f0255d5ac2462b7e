import { changeKinds } from '../model/changed-finding.ts';
import type { Change, Comparison } from '../model/comparison.ts';
import { countOf } from './words.ts';

const changeEntry = ({ scenario, ...change }: Change): object => ({ ...change, title: scenario.title });

/** A comparison for programs. */
export function comparisonJson(comparison: Comparison): string {
  const { profile, columns, changes, unchanged, faults, requirements } = comparison;
  const cited = new Set<string>(changes.flatMap((change) => change.requirements));
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, countOf(comparison, kind)]));
  return JSON.stringify(
    {
      version: 1,
      profile: profile.name,
      columns,
      counts: { ...counts, unchanged, faults },
      changes: changes.map(changeEntry),
      requirements: Object.fromEntries(Object.entries(requirements).filter(([id]) => cited.has(id))),
    },
    null,
    2,
  );
}
