import type { Column } from '../../suites/vocabulary/result.ts';
import { counted } from '../../suites/wording/counted.ts';
import { visible } from '../../suites/wording/visible.ts';
import { type ChangeKind, changeKinds } from '../model/changed-finding.ts';
import type { ColumnPair, Comparison } from '../model/comparison.ts';

/** The headings of a comparison. */
const kindTitles: Readonly<Record<ChangeKind, string>> = {
  regression: 'Regressions',
  fix: 'Fixes',
  other: 'Other changes',
  new: 'New checks',
  gone: 'Checks that are gone',
};

/** How many changes of a kind there are, in words. */
const counts: Readonly<Record<ChangeKind, (count: number) => string>> = {
  regression: (count) => counted(count, 'regression'),
  fix: (count) => (count === 1 ? '1 fix' : `${count} fixes`),
  other: (count) => counted(count, 'other change'),
  new: (count) => `${count} new`,
  gone: (count) => `${count} gone`,
};

/** Text of a client in one line, with nothing hidden and not too long. */
export function inLine(text: string, longest = 160): string {
  const line = visible(text).replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function sideTitle(column: Column, other: Column): string {
  const runtime = column.runtime === other.runtime ? '' : ` on ${column.runtime}`;
  return inLine(`${column.id} ${column.version}${runtime}`);
}

/** What two columns are called together: `axios 1.20.0 → axios 1.21.1`. */
function pairTitle({ before, after }: ColumnPair): string {
  if (!before || !after) return '';
  const [from, to] = [sideTitle(before, after), sideTitle(after, before)];
  return from === to ? from : `${from} → ${to}`;
}

/** Whether a change must say in which column it is. */
export const hasSeveralColumns = ({ columns }: Comparison): boolean =>
  columns.filter(({ before, after }) => before && after).length > 1;

/** The columns that are compared. */
export const comparisonTitle = ({ columns }: Comparison): string =>
  columns
    .map(pairTitle)
    .filter((title) => title !== '')
    .join(', ');

export const countOf = ({ changes }: Comparison, kind: ChangeKind): number =>
  changes.filter((change) => change.kind === kind).length;

/** All counts in one line. */
export const countsLine = (comparison: Comparison): string =>
  [...changeKinds.map((kind) => counts[kind](countOf(comparison, kind))), `${comparison.unchanged} unchanged`].join(', ');

/** What a reader must know before the changes, a line each. */
export function remarks({ columns, faults }: Comparison): readonly string[] {
  const alone = (side: 'before' | 'after', other: 'before' | 'after'): readonly string[] =>
    columns.flatMap((pair) => (pair[side] && !pair[other] ? inLine(pair[side].id) : []));
  const [gone, added] = [alone('before', 'after'), alone('after', 'before')];
  return [
    ...(gone.length > 0 ? [`Only in the first results, and not compared: ${gone.join(', ')}.`] : []),
    ...(added.length > 0 ? [`Only in the second results, and not compared: ${added.join(', ')}.`] : []),
    ...(faults > 0 ? [`${counted(faults, 'check')} could not be compared: the harness or an adapter broke.`] : []),
  ];
}

/** The heading of a kind with its count. A new check is no regression, but one that deviates must not hide among the others. */
export function kindHeading(comparison: Comparison, kind: ChangeKind): string {
  const deviating = comparison.changes.filter(
    (change) => change.kind === kind && kind === 'new' && change.expected !== '',
  ).length;
  const remark = deviating > 0 ? `, ${deviating} of them with a deviation` : '';
  return `${kindTitles[kind]} (${countOf(comparison, kind)}${remark})`;
}
