import { stripVTControlCharacters, styleText } from 'node:util';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { Verdict } from '../../../suites/vocabulary/verdict.ts';
import { counted } from '../../../suites/wording/counted.ts';
import { describePlace } from '../../../suites/wording/requirement.ts';
import { hasWireTwin } from '../../model/cells.ts';
import { matrixOf, type Counts, type Matrix } from '../../model/matrix.ts';
import { groupDifferences, mockPairs, mocksOf } from '../../model/mock-differences.ts';
import { nginxNote, partialNote, summariseRun } from '../../model/run-summary.ts';
import { type MeasuredStory, storiesIn } from '../../model/story.ts';
import { timelinesIn } from '../../model/timeline.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { worstFindings, type WorstFinding } from '../../model/worst-findings.ts';
import type { TextFormat, RunContext } from '../format.ts';
import { padStart, sideBySide, type Entry } from './side-by-side.ts';
import { storyLines } from './story-section.ts';
import { timelineLines } from './timeline-section.ts';
import { unexpectedSections } from './unexpected-section.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** In the order in which counts are shown. */
const verdictWords: Readonly<Record<Verdict, { readonly style: Style; readonly meaning: string }>> = {
  pass: { style: 'green', meaning: 'pass' },
  fail: { style: ['red', 'bold'], meaning: 'fail (must)' },
  warn: { style: 'yellow', meaning: 'warn (should)' },
  note: { style: 'cyan', meaning: 'note' },
  'n/a': { style: 'dim', meaning: 'n/a' },
  error: { style: 'magenta', meaning: 'error (harness fault)' },
};
const order = Object.keys(verdictWords) as Verdict[];

const MOST_FINDINGS = 10;
const INDENT = '      ';

/** Control characters in a text of a client must not reach the terminal. */
const plain = (text: string): string => stripVTControlCharacters(text).replace(/[\p{Cc}\p{Cf}]/gu, '�');

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text);

/**
 * Counts of suites and clients, with the longer list as rows. A client under MSW that also ran on the wire is left to
 * the comparison with MSW.
 */
function countLines({ columns, suites, totals }: Matrix, width: number, paint: Paint): readonly string[] {
  const shown = columns.map((column) => !hasWireTwin(column, columns));
  const ofShown = <Item>(list: readonly Item[]): readonly Item[] => list.filter((_, index) => shown[index]);
  const entry = (counts: Counts): Entry =>
    order.map((verdict) =>
      counts[verdict] === 0 ? '' : paint(verdictWords[verdict].style, `${counts[verdict]}${verdictSymbols[verdict]}`),
    );
  const clients = ofShown(columns).map(({ id }) => plain(id));
  const perSuite = suites.map(({ suite, counts }) => ({ title: suite.id, entries: ofShown(counts).map(entry) }));
  const total = { title: 'all', entries: ofShown(totals).map(entry) };
  const table = perSuite.length > 1 ? [total, ...perSuite] : perSuite;
  const heading = (title: string): string => paint('bold', title);
  if (clients.length >= suites.length) {
    return sideBySide(
      clients,
      table.map(({ title, entries }) => ({ title: heading(title), entries })),
      width,
    );
  }
  const perClient = clients.map((title, index) => ({
    title: heading(title),
    entries: table.map(({ entries }) => entries[index] ?? []),
  }));
  return sideBySide(
    table.map(({ title }) => title),
    perClient,
    width,
  );
}

const knownWords = ({ count, known }: WorstFinding): string =>
  known === 0 ? '' : known === count ? ', known' : `, ${known} of them known`;

/** The first of the requirements that are not met, where to read it, and how many more there are. */
function citationLines([first, ...more]: readonly string[], requirements: Results['requirements']): readonly string[] {
  const requirement = first === undefined ? undefined : requirements[first];
  if (!requirement) return [];
  const { url } = requirement;
  return [
    `according to ${describePlace(requirement)}${url === undefined ? '' : ` ${url}`}${more.length > 0 ? `, and ${more.length} more` : ''}`,
  ];
}

function findingLines(
  worst: WorstFinding,
  requirements: Results['requirements'],
  width: number,
  paint: Paint,
): readonly string[] {
  const { verdict, check, finding, message, expected, requirements: cited, count, columns, example } = worst;
  const room = width - INDENT.length;
  const did = message === undefined ? finding : `${finding}: ${message}`;
  const who = columns.map(({ id, count: times }) => (columns.length > 1 ? `${id} ${times}` : id)).join(', ');
  return [
    `${paint(verdictWords[verdict].style, padStart(`${count}${verdictSymbols[verdict]}`, INDENT.length - 1))} ${cut(plain(`${check} “${did}”, ${expected}`), room)}`,
    ...[...citationLines(cited, requirements), `${who}, e.g. ${example.scenario}${knownWords(worst)}`].map(
      (line) => INDENT + paint('dim', cut(plain(line), room)),
    ),
  ];
}

function worstLines(
  findings: readonly WorstFinding[],
  requirements: Results['requirements'],
  width: number,
  paint: Paint,
): readonly string[] {
  const left = findings.length - MOST_FINDINGS;
  return [
    ...findings.slice(0, MOST_FINDINGS).flatMap((finding) => findingLines(finding, requirements, width, paint)),
    ...(left > 0 ? [INDENT + paint('dim', `and ${left} more in the report`)] : []),
  ];
}

function mockLines(results: Results, width: number): readonly string[] {
  const pairs = mockPairs(results);
  if (pairs.length === 0) return [];
  const compared = pairs.reduce((sum, pair) => sum + pair.compared, 0);
  const differ = pairs.reduce((sum, pair) => sum + pair.differences.length, 0);
  const perClient = pairs.flatMap(({ wire, differences: { length } }) => (length > 0 ? [`${wire} ${length}`] : []));
  return [
    `${INDENT}${differ} of ${counted(compared, 'finding')} differ under ${mocksOf(results)}, in ${counted(groupDifferences(pairs).length, 'way')}`,
    ...(perClient.length > 0 ? [INDENT + cut(plain(perClient.join(', ')), width - INDENT.length)] : []),
  ];
}

/** One line for each fault, whatever the number of scenarios. It is never cut: the cause is often at its end. */
const faultLines = (results: Results): readonly string[] =>
  summariseRun(results).faults.map(
    ({ column, fault, scenarios }) => INDENT + plain(`${column}: ${fault} (${counted(scenarios, 'scenario')})`),
  );

/** One line for each thing that a reader should know about a client. It is never cut. */
const noteLines = ({ columns }: Results): readonly string[] =>
  columns.flatMap(({ id, notes = [] }) => notes.map((note) => INDENT + plain(`${id}: ${note}`)));

const MOST_PRINTED = 20;

/** What the clients printed, if the run has only one scenario. */
function printedLines({ suites, cells }: Results): readonly string[] {
  if (suites.flatMap(({ scenarios }) => scenarios).length !== 1) return [];
  return cells.flatMap(({ column, observation }) => {
    const lines = observation?.printed?.split('\n') ?? [];
    const left = lines.length - MOST_PRINTED;
    const shown = lines.slice(-MOST_PRINTED).map((line) => `${INDENT}${plain(`${column}: ${line}`)}`);
    return left > 0 ? [`${INDENT}${plain(column)}: (${counted(left, 'earlier line')} in the report)`, ...shown] : shown;
  });
}

/** The story of a run that consists of nothing else. */
const stories = (results: Results): readonly MeasuredStory[] => (results.suites.length === 1 ? storiesIn(results) : []);

/** The summary of a run: a table of counts, the worst findings, and where the full report is. */
function renderTerminal(results: Results, { colour, width, written }: RunContext): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const { run, profiles } = results;
  const partial = partialNote(run);
  const byNginx = nginxNote(run);
  const title = profiles.find(({ name }) => name === run.profile)?.title ?? run.profile;
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint('bold', heading), ...lines];
  const lines = [
    `${paint('bold', `Redirects under ${title}`)} ${paint('dim', `(--profile=${run.profile})`)}`,
    order
      .map((verdict) => paint(verdictWords[verdict].style, `${verdictSymbols[verdict]} ${verdictWords[verdict].meaning}`))
      .join('   '),
    ...(byNginx === undefined ? [] : [byNginx]),
    '',
    ...countLines(matrixOf(results, run.profile), width, paint),
    ...stories(results).flatMap((story) =>
      section(
        story.title,
        storyLines(story).map((line) => plain(line) && INDENT + plain(line)),
      ),
    ),
    ...timelinesIn(results).flatMap((timeline) =>
      section(
        'Timeline',
        timelineLines(timeline).map((line) => INDENT + plain(line)),
      ),
    ),
    ...section('Worst findings', worstLines(worstFindings(results, run.profile), results.requirements, width, paint)),
    ...section(`Wire compared with ${mocksOf(results)}`, mockLines(results, width)),
    ...section('Faults of the harness or an adapter', faultLines(results)),
    ...section('Notes on clients', noteLines(results)),
    ...section('Output of clients', printedLines(results)),
    ...(written['html'] === undefined ? [] : ['', `Report: ${written['html']}`]),
    ...(partial === undefined ? [] : ['', paint(['yellow', 'bold'], partial)]),
    ...unexpectedSections(results).flatMap(({ heading, lines: its }) =>
      section(
        heading,
        its.map((line) => (INDENT + plain(line)).trimEnd()),
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** A summary for a reader at a terminal. */
export const terminal: TextFormat = {
  name: 'terminal',
  description: 'a summary with the worst findings, for a terminal',
  usedBy: 'default',
  render: renderTerminal,
};
