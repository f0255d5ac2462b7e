import { describePlace } from '../../suites/wording/requirement.ts';
import { counted } from '../../suites/wording/counted.ts';
import { markdownRow } from '../../suites/wording/markdown-table.ts';
import { type ChangeGroup, groupChanges } from '../model/change-groups.ts';
import { changeKinds, type ChangeKind } from '../model/changed-finding.ts';
import type { Comparison } from '../model/comparison.ts';
import { code, escapeMarkdown } from './inline.ts';
import { comparisonTitle, countsLine, hasSeveralColumns, kindHeading, remarks } from './words.ts';

/** A comment at GitHub has at most 65,536 characters; room is left for the lines that count what is left out. */
const MOST_BYTES = 64_000;

const MOST_EXAMPLES = 3;

/** What a reader must see at once; the rest can be opened. */
const open: readonly ChangeKind[] = ['regression', 'fix'];

const bytes = (text: string): number => Buffer.byteLength(text);

function rulesCell({ expected, requirements }: ChangeGroup, comparison: Comparison): string {
  const cited = requirements
    .flatMap((id) => comparison.requirements[id] ?? [])
    .map((requirement) => {
      const text = escapeMarkdown(describePlace(requirement));
      const { url = '' } = requirement;
      return /^https?:/.test(url) ? `[${text}](<${url.replaceAll(/[<>]/g, encodeURIComponent)}>)` : text;
    });
  return [...(expected === '' ? [] : [escapeMarkdown(expected)]), ...cited].join('<br>');
}

function rowOf(group: ChangeGroup, comparison: Comparison): string {
  const { before, after, symbols, changes } = group;
  const several = hasSeveralColumns(comparison);
  const examples = changes
    .slice(0, MOST_EXAMPLES)
    .map(({ column, check }) => (several ? `${code(column)} ${code(check)}` : code(check)));
  const titles = changes.slice(0, 1).map(({ scenario: { title } }) => escapeMarkdown(title));
  const left = changes.length - examples.length;
  return markdownRow([
    `${symbols} ${changes.length}`,
    before === '' ? '' : code(before),
    after === '' ? '' : code(after),
    rulesCell(group, comparison),
    [...titles, ...examples, ...(left > 0 ? [`and ${left} more`] : [])].join('<br>'),
  ]);
}

const head = [markdownRow(['', 'before', 'after', 'rules', 'checks']), markdownRow(['---', '---', '---', '---', '---'])];

interface Section {
  readonly kind: ChangeKind;
  readonly groups: readonly ChangeGroup[];
  readonly rows: readonly string[];
}

/** As many rows as there is room for, from the worst on. */
function fitting(sections: readonly Section[], room: number): readonly Section[] {
  let used = 0;
  return sections.map((section) => ({
    ...section,
    rows: section.rows.filter((row) => {
      used += bytes(row) + 1;
      return used <= room;
    }),
  }));
}

function sectionLines({ kind, groups, rows }: Section, comparison: Comparison): readonly string[] {
  if (groups.length === 0) return [];
  const title = kindHeading(comparison, kind);
  const hidden = groups.slice(rows.length).reduce((sum, { changes }) => sum + changes.length, 0);
  const table = [
    ...(rows.length > 0 ? [...head, ...rows] : []),
    ...(hidden > 0 ? ['', `${counted(hidden, 'check')} more: the comment has no room for them.`] : []),
  ];
  if (open.includes(kind)) return ['', `### ${title}`, '', ...table];
  return ['', '<details>', `<summary>${title}</summary>`, '', ...table, '', '</details>'];
}

/** A comparison as a comment on a pull request, under 64 KB: the worst first, and the rest counted. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { profile, changes } = comparison;
  const start = [
    `## Redirects: ${escapeMarkdown(comparisonTitle(comparison))}`,
    '',
    `Under ${escapeMarkdown(profile.title)}: ${countsLine(comparison)}.`,
    ...remarks(comparison).flatMap((remark) => ['', escapeMarkdown(remark)]),
  ];
  const sections = changeKinds.map((kind): Section => {
    const groups = groupChanges(changes, kind);
    return { kind, groups, rows: groups.map((group) => rowOf(group, comparison)) };
  });
  const lines = (shown: readonly Section[]): string =>
    [...start, ...shown.flatMap((section) => sectionLines(section, comparison))].join('\n');
  const frame = lines(sections.map((section) => ({ ...section, rows: [] })));
  return lines(fitting(sections, MOST_BYTES - bytes(frame)));
}
