import { describePlace } from '../../suites/wording/requirement.ts';
import { type ChangeGroup, groupChanges } from '../model/change-groups.ts';
import { changeKinds } from '../model/changed-finding.ts';
import type { Comparison } from '../model/comparison.ts';
import { comparisonTitle, countsLine, hasSeveralColumns, inLine, kindHeading, remarks } from './words.ts';

const INDENT = ' '.repeat(11);

function rulesOf({ expected, requirements }: ChangeGroup, comparison: Comparison): readonly string[] {
  if (expected === '') return [];
  const cited = requirements.flatMap((id) => comparison.requirements[id] ?? []).map(describePlace);
  return [`${expected}${cited.length > 0 ? ` (${cited.join('; ')})` : ''}`];
}

/** How often each column has the change, if several are compared. */
function columnsOf({ changes }: ChangeGroup, comparison: Comparison): readonly string[] {
  if (!hasSeveralColumns(comparison)) return [];
  const byColumn = Map.groupBy(changes, ({ column }) => column);
  return [[...byColumn].map(([id, { length }]) => `${id} ${length}`).join(', ')];
}

function groupLines(group: ChangeGroup, comparison: Comparison): readonly string[] {
  const { before, after, symbols, changes } = group;
  const [example] = changes;
  const more = changes.length > 1 ? ` and ${changes.length - 1} more` : '';
  const details = [
    ...(before === '' || after === '' ? [] : [`before: ${before}`]),
    ...rulesOf(group, comparison),
    ...columnsOf(group, comparison),
    `in: ${example?.scenario.title}`,
    `${example?.check}${more}`,
  ];
  return [
    `${`${changes.length} ${symbols}`.padStart(INDENT.length - 1)} ${inLine(after || before)}`,
    ...details.map((line) => INDENT + inLine(line, Infinity)),
  ];
}

/** A comparison for a reader at a terminal: everything, the worst first. */
export function comparisonText(comparison: Comparison): string {
  const { profile } = comparison;
  const lines = [
    `${comparisonTitle(comparison)}, under ${profile.title} (--profile=${profile.name})`,
    countsLine(comparison),
    ...remarks(comparison),
    ...changeKinds.flatMap((kind) => {
      const groups = groupChanges(comparison.changes, kind);
      if (groups.length === 0) return [];
      return ['', kindHeading(comparison, kind), ...groups.flatMap((group) => groupLines(group, comparison))];
    }),
  ];
  return lines.join('\n');
}
