import { stripVTControlCharacters, styleText } from 'node:util';
import { nameOfFact } from '../../suites/vocabulary/fact.ts';
import type { Results } from '../../suites/vocabulary/result.ts';
import type { Verdict } from '../../suites/vocabulary/verdict.ts';
import { matrixOf, symbols, type Counts, type Matrix } from '../matrix.ts';
import { groupDifferences, mockPairs } from '../mock-differences.ts';
import { worstFindings, type WorstFinding } from '../worst-findings.ts';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where the full report lies, as it is to be shown. */
  readonly reportPath: string;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const styles: Readonly<Record<Verdict, Style>> = {
  pass: 'green',
  fail: ['red', 'bold'],
  warn: 'yellow',
  note: 'cyan',
  'n/a': 'dim',
  error: 'magenta',
};

const legend: Readonly<Record<Verdict, string>> = {
  pass: 'pass',
  fail: 'fail, a must missed',
  warn: 'warn, a should missed',
  note: 'note, nothing to judge',
  'n/a': 'n/a',
  error: 'error, not the client',
};

const order: readonly Verdict[] = ['pass', 'fail', 'warn', 'note', 'n/a', 'error'];

const FINDINGS_TOLD = 10;

/** What a client may have put into its words must not steer the terminal. */
const plain = (text: string): string => stripVTControlCharacters(text).replace(/\p{Cc}/gu, '�');

const visibleLength = (text: string): number => stripVTControlCharacters(text).length;
const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - visibleLength(text)));
const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - visibleLength(text))) + text;
const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text);

const summary = (counts: Counts, paint: Paint): string =>
  order.flatMap((verdict) => (counts[verdict] > 0 ? [paint(styles[verdict], `${counts[verdict]}${symbols[verdict]}`)] : [])).join(' ');

/** Rows of cells, the first column to the left and the others to the right, broken into tables that fit the width. */
function table(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => visibleLength(row[column] ?? ''))));
  const [first = 0, ...others] = widths;
  const perTable: number[][] = [[]];
  let used = first;
  for (const [index, each] of others.entries()) {
    if (used + 3 + each > width && perTable.at(-1)!.length > 0) {
      perTable.push([]);
      used = first;
    }
    perTable.at(-1)!.push(index + 1);
    used += 3 + each;
  }
  return perTable.flatMap((columns, part) => [
    ...(part > 0 ? [''] : []),
    ...rows.map((row) => [padEnd(row[0] ?? '', first), ...columns.map((column) => padStart(row[column] ?? '', widths[column] ?? 0))].join('   ').trimEnd()),
  ]);
}

function matrixLines({ columns, suites, totals }: Matrix, width: number, paint: Paint): readonly string[] {
  const head = ['', ...suites.map(({ suite }) => paint('bold', suite.id)), ...(suites.length > 1 ? [paint('bold', 'all')] : [])];
  const rows = columns.map(({ id }, index) => [
    plain(id),
    ...suites.map(({ counts }) => summary(counts[index]!, paint)),
    ...(suites.length > 1 ? [summary(totals[index]!, paint)] : []),
  ]);
  return table([head, ...rows], width);
}

function findingLines({ verdict, fact, finding, expected, count, columns, example }: WorstFinding, width: number, paint: Paint): readonly string[] {
  const who = columns.map(({ id, count: times }) => (columns.length > 1 ? `${id} ${times}` : id)).join(', ');
  const first = plain(`${nameOfFact(fact)} was “${finding}”, ${expected}`);
  return [
    `${padStart(String(count), 5)}${paint(styles[verdict], symbols[verdict])} ${cut(first, width - 7)}`,
    `       ${paint('dim', cut(plain(`${who}; e.g. ${example.scenario}`), width - 7))}`,
  ];
}

const section = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : ['', paint('bold', title), ...lines];

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The run for a reader at a terminal: a table of counts, what is worst, and where the full report lies. */
export function renderTerminal(results: Results, { colour, width, reportPath }: TerminalOptions): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const { run, profiles } = results;
  const matrix = matrixOf(results, run.profile);
  const findings = worstFindings(results, run.profile);
  const pairs = mockPairs(results);
  const differences = pairs.flatMap((pair) => pair.differences);
  const faults = results.cells.filter(({ fault }) => fault !== undefined);
  const profile = profiles.find(({ name }) => name === run.profile);
  const lines = [
    `${paint('bold', `Redirects by the rules of ${profile?.title ?? run.profile}`)}  ${paint('dim', `--profile=${run.profile}`)}`,
    order.map((verdict) => paint(styles[verdict], `${symbols[verdict]} ${legend[verdict]}`)).join('   '),
    '',
    ...matrixLines(matrix, width, paint),
    ...section('Worst findings', findings.slice(0, FINDINGS_TOLD).flatMap((finding) => findingLines(finding, width, paint)), paint),
    ...(findings.length > FINDINGS_TOLD ? [paint('dim', `       and ${plural(findings.length - FINDINGS_TOLD, 'other kind')} of finding`)] : []),
    ...section(
      'Wire against mock',
      pairs.length === 0 ? [] : [`  ${differences.length} of ${plural(pairs.reduce((sum, { compared }) => sum + compared, 0), 'check')} differ under MSW, in ${plural(groupDifferences(pairs).length, 'way')}`],
      paint,
    ),
    ...section('Faults of the harness or an adapter', faults.map(({ column, scenario, fault }) => `  ${cut(plain(`${column} ${scenario}: ${fault}`), width - 2)}`), paint),
    '',
    `Report: ${reportPath}`,
  ];
  return `${lines.join('\n')}\n`;
}
