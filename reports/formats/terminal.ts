import { stripVTControlCharacters, styleText } from 'node:util';
import type { Results } from '../../suites/vocabulary/result.ts';
import type { Verdict } from '../../suites/vocabulary/verdict.ts';
import { hasWireTwin, matrixOf, symbols, type Counts, type Matrix } from '../matrix.ts';
import { groupDifferences, mockPairs } from '../mock-differences.ts';
import { worstFindings, type WorstFinding } from '../worst-findings.ts';
import { padStart, sideBySide, type Entry } from './terminal-table.ts';

export interface TerminalOptions {
  readonly colour: boolean;
  /** How many characters fit in a line. */
  readonly width: number;
  /** Where the full report lies, as it is to be shown. */
  readonly reportPath: string;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** In the order in which counts are told. */
const verdictWords: Readonly<Record<Verdict, { readonly style: Style; readonly meaning: string }>> = {
  pass: { style: 'green', meaning: 'pass' },
  fail: { style: ['red', 'bold'], meaning: 'fail (must)' },
  warn: { style: 'yellow', meaning: 'warn (should)' },
  note: { style: 'cyan', meaning: 'note' },
  'n/a': { style: 'dim', meaning: 'n/a' },
  error: { style: 'magenta', meaning: 'error (not the client)' },
};
const order = Object.keys(verdictWords) as Verdict[];

const FINDINGS_TOLD = 10;
const INDENT = '      ';

/** What a client may have put into its words must not steer the terminal. */
const plain = (text: string): string => stripVTControlCharacters(text).replace(/[\p{Cc}\p{Cf}]/gu, '�');

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text);

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * Counts of suites and clients, the longer list downwards. Clients under MSW that also run on the wire are left to
 * the comparison of the two.
 */
function countLines({ columns, suites, totals }: Matrix, width: number, paint: Paint): readonly string[] {
  const shown = columns.map((column) => !hasWireTwin(column, columns));
  const ofShown = <Item>(list: readonly Item[]): readonly Item[] => list.filter((_, index) => shown[index]);
  const entry = (counts: Counts): Entry =>
    order.map((verdict) =>
      counts[verdict] === 0 ? '' : paint(verdictWords[verdict].style, `${counts[verdict]}${symbols[verdict]}`),
    );
  const clients = ofShown(columns).map(({ id }) => plain(id));
  const perSuite = suites.map(({ suite, counts }) => ({ title: suite.id, entries: ofShown(counts).map(entry) }));
  const total = { title: 'all', entries: ofShown(totals).map(entry) };
  const table = perSuite.length > 1 ? [total, ...perSuite] : perSuite;
  const headed = (title: string): string => paint('bold', title);
  if (clients.length >= suites.length) {
    return sideBySide(
      clients,
      table.map(({ title, entries }) => ({ title: headed(title), entries })),
      width,
    );
  }
  const perClient = clients.map((title, index) => ({
    title: headed(title),
    entries: table.map(({ entries }) => entries[index] ?? []),
  }));
  return sideBySide(
    table.map(({ title }) => title),
    perClient,
    width,
  );
}

function findingLines(
  { verdict, check, finding, expected, count, columns, example }: WorstFinding,
  width: number,
  paint: Paint,
): readonly string[] {
  const room = width - INDENT.length;
  const who = columns.map(({ id, count: times }) => (columns.length > 1 ? `${id} ${times}` : id)).join(', ');
  return [
    `${paint(verdictWords[verdict].style, padStart(`${count}${symbols[verdict]}`, INDENT.length - 1))} ${cut(plain(`${check} “${finding}”, ${expected}`), room)}`,
    INDENT + paint('dim', cut(plain(`${who}, e.g. ${example.scenario}`), room)),
  ];
}

function worstLines(findings: readonly WorstFinding[], width: number, paint: Paint): readonly string[] {
  const left = findings.length - FINDINGS_TOLD;
  return [
    ...findings.slice(0, FINDINGS_TOLD).flatMap((finding) => findingLines(finding, width, paint)),
    ...(left > 0 ? [INDENT + paint('dim', `and ${plural(left, 'other')} in the report`)] : []),
  ];
}

function mockLines(results: Results, width: number): readonly string[] {
  const pairs = mockPairs(results);
  if (pairs.length === 0) return [];
  const compared = pairs.reduce((sum, pair) => sum + pair.compared, 0);
  const differ = pairs.reduce((sum, pair) => sum + pair.differences.length, 0);
  const perClient = pairs.flatMap(({ wire, differences: { length } }) => (length > 0 ? [`${wire} ${length}`] : []));
  return [
    `${INDENT}${differ} of ${plural(compared, 'finding')} differ under MSW, in ${plural(groupDifferences(pairs).length, 'way')}`,
    ...(perClient.length > 0 ? [INDENT + cut(plain(perClient.join(', ')), width - INDENT.length)] : []),
  ];
}

/** One line for each thing that broke, however many scenarios it cost. It is never cut: its end says what to mend. */
function faultLines({ cells }: Results): readonly string[] {
  const faulty = cells.flatMap(({ column, fault }) => (fault === undefined ? [] : [{ column, fault }]));
  const groups = Map.groupBy(faulty, ({ column, fault }) => `${column}: ${fault}`);
  return [...groups].map(([text, { length }]) => INDENT + plain(`${text} (${plural(length, 'scenario')})`));
}

/** The run for a reader at a terminal: a table of counts, what is worst, and where the full report lies. */
export function renderTerminal(results: Results, { colour, width, reportPath }: TerminalOptions): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const { run, profiles } = results;
  const title = profiles.find(({ name }) => name === run.profile)?.title ?? run.profile;
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint('bold', heading), ...lines];
  const lines = [
    `${paint('bold', `Redirects by the rules of ${title}`)} ${paint('dim', `(--profile=${run.profile})`)}`,
    order
      .map((verdict) => paint(verdictWords[verdict].style, `${symbols[verdict]} ${verdictWords[verdict].meaning}`))
      .join('   '),
    '',
    ...countLines(matrixOf(results, run.profile), width, paint),
    ...section('Worst findings', worstLines(worstFindings(results, run.profile), width, paint)),
    ...section('Wire against mock', mockLines(results, width)),
    ...section('Faults of the harness or an adapter', faultLines(results)),
    '',
    `Report: ${reportPath}`,
  ];
  return `${lines.join('\n')}\n`;
}
