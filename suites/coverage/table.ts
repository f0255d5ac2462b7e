import { tiers } from './behaviours/row.ts';
import type { Share } from '../vocabulary/result.ts';
import { isCovered, type BehaviourCoverage, type Coverage, type RequirementCoverage } from './coverage.ts';
import { reasons, type Reason } from './gaps.ts';

type Line = readonly string[];

/** A table in Markdown, in columns of equal width. */
function table([head = [], ...body]: readonly Line[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...body].map((line) => line[column]?.length ?? 0)));
  const row = (cells: Line): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...body.map(row)].join('\n');
}

const total = (shares: readonly Share[]): Share => ({
  covered: shares.reduce((sum, { covered }) => sum + covered, 0),
  rows: shares.reduce((sum, { rows }) => sum + rows, 0),
});

const inWords = ({ covered, rows }: Share): string => (rows === 0 ? '' : `${covered} of ${rows}`);

function behaviourTable({ byTier, byGroup }: Coverage): string {
  const line = (name: string, shares: Coverage['byTier']): Line => [
    name,
    ...tiers.map((tier) => inWords(shares[tier])),
    inWords(total(Object.values(shares))),
  ];
  return table([['group', ...tiers, 'all'], ...[...byGroup].map(([group, shares]) => line(group, shares)), line('all', byTier)]);
}

const topicTable = ({ byTopic }: Coverage): string =>
  table([
    ['topic', 'covered'],
    ...[...byTopic].map(([topic, share]) => [topic, inWords(share)]),
    ['all', inWords(total([...byTopic.values()]))],
  ]);

const escaped = (text: string): string => text.replace(/[*_<>[\]\\]/g, String.raw`\$&`);

const item = ({ id, tier, about, gap }: BehaviourCoverage): string =>
  `- \`${id}\` (${tier}): ${escaped(about)}${gap ? ` — ${escaped(gap.note)}` : ''}`;

function behavioursWithout({ behaviours }: Coverage): string {
  const without = behaviours.filter((row) => !isCovered(row));
  const section = (reason: Reason): string => {
    const rows = without.filter(({ gap }) => gap?.reason === reason);
    return [`### ${reason} (${rows.length})`, reasons[reason], rows.map(item).join('\n')].filter(Boolean).join('\n\n');
  };
  return (Object.keys(reasons) as Reason[]).map(section).join('\n\n');
}

const requirement = ({ id, topic, untestable, statements }: RequirementCoverage): string =>
  `- \`${id}\` (${topic}): ${escaped(untestable ?? `no ruling rests on ${statements.join(', ')}`)}`;

const requirementsWithout = ({ requirements }: Coverage): string =>
  requirements
    .filter((row) => !isCovered(row))
    .map(requirement)
    .join('\n');

/** The two tables alone, for a terminal. */
export const coverageTables = (coverage: Coverage): string =>
  `Behaviours that other projects test\n\n${behaviourTable(coverage)}\n\nRequirements\n\n${topicTable(coverage)}`;

/** What the catalogue covers, as a page in Markdown. */
export const coveragePage = (coverage: Coverage): string => `# Coverage

What the scenarios cover of what is known about redirects. This page is made by \`node harness/write-coverage.ts\`.

## Behaviours

${coverage.behaviours.length} behaviours, collected from the tests of other projects: one row each, however many projects check it.
A row is covered when a scenario exercises it, would fail on it, and names it in \`covers\`.

- portable: a standard or several libraries speak of it. This is the number to look at.
- client: no standard speaks of it, or one library alone tests it.
- browser: it makes sense only inside a browser.

${behaviourTable(coverage)}

## Requirements

${coverage.requirements.length} requirements, found by reading the standards, ADR-016, and the documents of S3, CloudFront and nginx.
A row is covered when a ruling rests on one of the statements that say it; rows that no scenario can test are left out here.

${topicTable(coverage)}

## Behaviours without a scenario

${behavioursWithout(coverage)}

## Requirements without a ruling

${requirementsWithout(coverage)}
`;
