import { type Results, unexpectedKinds } from '../../../suites/vocabulary/result.ts';
import { verdicts } from '../../../suites/vocabulary/verdict.ts';
import { counted } from '../../../suites/wording/counted.ts';
import { markdownTable } from '../../../suites/wording/markdown-table.ts';
import { codeBlock, escapeMarkdown } from '../../comparison/inline.ts';
import { matrixOf } from '../../model/matrix.ts';
import { nginxNote, partialNote, summariseRun } from '../../model/run-summary.ts';
import { storiesIn } from '../../model/story.ts';
import { clientsIn, clientsText, storyColumns } from '../../model/story-table.ts';
import { timelinesIn } from '../../model/timeline.ts';
import { timelineColumns } from '../../model/timeline-table.ts';
import { type UnexpectedBlock, unexpectedBlocks } from '../../model/unexpected-block.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { worstFindings } from '../../model/worst-findings.ts';
import { worstFirst } from '../../model/worst-first.ts';
import { actionLines, unexpectedHeadings, whatAndWhy } from '../block-text.ts';

const MOST_FINDINGS = 20;

function countTable(results: Results): string {
  const { columns, totals } = matrixOf(results, results.run.profile);
  const shown = verdicts.filter((verdict) => totals.some((counts) => counts[verdict] > 0));
  const head = ['client', 'version', ...shown.map((verdict) => `${verdictSymbols[verdict]} ${verdict}`)];
  const rows = columns.map(({ id, version }, index) => [
    escapeMarkdown(id),
    escapeMarkdown(version),
    ...shown.map((verdict) => `${totals[index]?.[verdict] ?? 0}`),
  ]);
  return markdownTable([head, ...rows]);
}

function findingsTable(results: Results): readonly string[] {
  const findings = worstFindings(results, results.run.profile).slice(0, MOST_FINDINGS);
  if (findings.length === 0) return [];
  const rows = findings.map(({ verdict, check, finding, expected, count, known, columns, example }) => [
    `${count} ${verdictSymbols[verdict]}`,
    escapeMarkdown(`${check} “${finding}”, ${expected}`),
    `${known}`,
    escapeMarkdown(columns.map(({ id }) => id).join(', ')),
    escapeMarkdown(example.scenario),
  ]);
  return ['', '### Worst findings', '', markdownTable([['', 'finding', 'of them known', 'clients', 'example'], ...rows])];
}

const detailsOf = (block: UnexpectedBlock): string =>
  [
    '<details>',
    `<summary>${escapeMarkdown(`${block.column} ${block.check}: ${whatAndWhy(block)}`)}</summary>`,
    '',
    codeBlock(actionLines(block)),
    '',
    '</details>',
  ].join('\n');

interface Section {
  readonly heading: string;
  readonly details: readonly string[];
}

const bytes = (text: string): number => Buffer.byteLength(text);

/** As many of the details as there is room for, from the first on; the rest is counted. */
function fitting(sections: readonly Section[], room: number): readonly string[] {
  let left = room;
  return sections.flatMap(({ heading, details }) => {
    const firstOut = details.findIndex((text) => {
      left -= bytes(text) + 1;
      return left < 0;
    });
    const shown = firstOut === -1 ? details : details.slice(0, firstOut);
    const more = details.length - shown.length;
    return ['', heading, '', ...shown, ...(more > 0 ? [`${more} more in results.json`] : [])];
  });
}

function storyTables(results: Results): readonly string[] {
  return storiesIn(results).flatMap(({ title, url, steps }) => {
    const all = clientsIn(steps.flatMap(({ rows }) => rows));
    const head = ['step', 'clients', ...storyColumns.map(([name]) => name), 'their account'];
    const rows = steps.flatMap((step) =>
      step.rows.map((row) => [step.title, clientsText(row, all), ...storyColumns.map(([, textOf]) => textOf(row)), step.says]),
    );
    return [
      '',
      `### ${escapeMarkdown(title)} ([their account](${url}))`,
      '',
      markdownTable([head, ...rows.map((row) => row.map(escapeMarkdown))]),
    ];
  });
}

function timelineTables(results: Results): readonly string[] {
  const head = timelineColumns.map(([title]) => title);
  return timelinesIn(results).flatMap(({ columns, rows }) => {
    const body = rows.map((row) => timelineColumns.map(([, textsOf]) => textsOf(row).map(escapeMarkdown).join('<br>')));
    return ['', `### Timeline: ${escapeMarkdown(columns.join(', '))}`, '', markdownTable([head, ...body])];
  });
}

/** The state of a run in Markdown, in so many bytes: counts, unexpected results with the worst first, and the worst findings. */
export function markdownReport(results: Results, room: number): string {
  const { run, profiles } = results;
  const title = profiles.find(({ name }) => name === run.profile)?.title ?? run.profile;
  const { unexpected, known, faults } = summariseRun(results);
  const notes = [nginxNote(run), partialNote(run)];
  const start = [
    `## Redirects under ${escapeMarkdown(title)}`,
    '',
    `Regressions: ${unexpected.regression}, changed findings: ${unexpected.changed}, stale entries: ${unexpected.stale}, new checks: ${unexpected.new}, known deviations: ${known}`,
    ...notes.flatMap((note) => (note === undefined ? [] : ['', `**${note}**`])),
    ...faults.map(
      ({ column, fault, scenarios }) =>
        `\n**Fault in ${counted(scenarios, 'scenario')}:** ${escapeMarkdown(`${column}: ${fault}`)}`,
    ),
    '',
    countTable(results),
  ];
  const end = [...storyTables(results), ...timelineTables(results), ...findingsTable(results)];
  const byKind = Map.groupBy(worstFirst(unexpectedBlocks(results)), ({ kind }) => kind);
  const sections = unexpectedKinds.flatMap((kind): readonly Section[] => {
    const blocks = byKind.get(kind) ?? [];
    return blocks.length === 0
      ? []
      : [{ heading: `### ${unexpectedHeadings[kind]}: ${blocks.length}`, details: blocks.map(detailsOf) }];
  });
  const compose = (forDetails: number): string => `${[...start, ...fitting(sections, forDetails), ...end].join('\n')}\n`;
  return compose(room - bytes(compose(0)));
}
