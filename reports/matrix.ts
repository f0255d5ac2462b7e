import { checkId, type Check } from '../suites/vocabulary/check.ts';
import type { Fact } from '../suites/vocabulary/fact.ts';
import type { Cell, CheckResult, Column, Results } from '../suites/vocabulary/result.ts';
import type { Scenario, Suite } from '../suites/vocabulary/scenario.ts';
import { worst, type Finding, type Verdict } from '../suites/vocabulary/verdict.ts';

/** How a verdict looks without colour. */
export const symbols: Readonly<Record<Verdict, string>> = { fail: '✗', warn: '!', pass: '✓', note: '·', 'n/a': '–', error: '?' };

/** A cell as it is read: what the client did, and what the profile thinks of it. */
export interface CellView {
  readonly text: string;
  readonly verdict: Verdict;
}

/** How many cells have each verdict. */
export type Counts = Readonly<Record<Verdict, number>>;

/** Cells and counts stand in the order of the columns. */
export interface Matrix {
  readonly columns: readonly Column[];
  readonly suites: readonly MatrixSuite[];
  readonly totals: readonly Counts[];
}

export interface MatrixSuite {
  readonly suite: Suite;
  readonly rows: readonly MatrixRow[];
  readonly counts: readonly Counts[];
}

export interface MatrixRow {
  readonly scenario: Scenario;
  readonly cells: readonly CellView[];
}

/** A check of a scenario beside what came of it. */
export interface JudgedCheck {
  readonly check: Check;
  readonly result: CheckResult;
}

/** The checks of a scenario that a cell has a result for, in the order of the catalogue. */
export function judgedChecks(scenario: Scenario, cell: Cell): readonly JudgedCheck[] {
  return scenario.checks.flatMap((check) => {
    const result = cell.checks[checkId(scenario.id, check)];
    return result ? [{ check, result }] : [];
  });
}

/** Finds the cell of a scenario in a column; a partial run has gaps. */
export function cellFinder({ cells }: Pick<Results, 'cells'>): (column: string, scenario: string) => Cell | undefined {
  const byKey = new Map(cells.map((cell) => [`${cell.column} ${cell.scenario}`, cell]));
  return (column, scenario) => byKey.get(`${column} ${scenario}`);
}

/** Whether a client that MSW answers was also run over sockets. */
export const hasWireTwin = ({ id }: Column, columns: readonly Column[]): boolean =>
  columns.some((other) => id === `${other.id}~msw`);

export const textOfFinding = (finding: Finding): string => ('value' in finding ? finding.value : `n/a: ${finding.because}`);

const ordinal = (what: string, number: number | undefined): string =>
  number === undefined || number === 1 ? '' : `${what} ${number}: `;

/** A finding in words that need no heading beside them. */
export function describe(fact: Fact, value: string): string {
  switch (fact.kind) {
    case 'settled':
    case 'followed':
    case 'outcome':
      return ordinal('call', fact.call) + value;
    case 'request':
      return ordinal('visit', fact.visit) + value;
    case 'content-headers':
      return `content headers ${value}`;
    case 'framing':
      return `framing ${value}`;
    case 'canary':
      return `${fact.secret} ${value}`;
    case 'requests':
      return `${value} requests`;
    case 'response-body':
      return `${ordinal('call', fact.call)}body: ${value}`;
    case 'response-header':
      return `${ordinal('call', fact.call)}${fact.name}: ${value}`;
    case 'told':
      return `told: ${value}`;
    case 'history':
      return `history: ${value}`;
    case 'next':
    case 'route':
      return value;
    case 'protocol':
      return value;
    case 'field':
      return `${fact.name}: ${value}`;
    case 'final-url':
      return `final URL ${value}`;
    case 'redirected':
      return value === 'true' ? 'says redirected' : 'says not redirected';
    case 'connections':
      return `${value} connections`;
    case 'left-open':
      return `${value} left open`;
    case 'exit':
      return `process ${value}`;
    case 'reuse':
      return value;
    case 'same-field':
      return `${fact.name}: ${value}`;
    case 'server-name':
      return `server name ${value}`;
  }
}

const describeAll = (checks: readonly JudgedCheck[]): readonly string[] => [
  ...new Set(
    checks.flatMap(({ check: { fact }, result: { finding } }) => ('value' in finding ? [describe(fact, finding.value)] : [])),
  ),
];

const FINDINGS_TOLD = 2;
const LONGEST = 60;

/** Short enough for a cell. */
function brief(items: readonly string[]): string {
  const told = items.slice(0, FINDINGS_TOLD).map((item) => (item.length > LONGEST ? `${item.slice(0, LONGEST)}…` : item));
  const left = items.length - told.length;
  return told.join('; ') + (left > 0 ? `; +${left}` : '');
}

/** The kinds of facts that tell best what a client did, the best first. */
const telling: readonly Fact['kind'][] = ['next', 'request', 'outcome', 'followed'];

const valueOf = ({ result: { finding } }: JudgedCheck): string | undefined => ('value' in finding ? finding.value : undefined);

/** Which secrets arrived somewhere, of those that were looked for. */
function secretsSent(checks: readonly JudgedCheck[]): readonly string[] {
  const looked = checks.filter((each) => each.check.fact.kind === 'canary' && valueOf(each) !== undefined);
  if (looked.length === 0) return [];
  const sent = looked.flatMap((each) =>
    each.check.fact.kind === 'canary' && valueOf(each) === 'sent' ? [each.check.fact.secret] : [],
  );
  return [sent.length > 0 ? `sent ${[...new Set(sent)].join(', ')}` : 'sent no secret'];
}

/** What a client did where nothing is wrong with it. */
function deedOf(checks: readonly JudgedCheck[]): string {
  const stayed = checks.filter((each) => each.check.fact.kind === 'followed' && valueOf(each) !== 'followed');
  const candidates = [stayed, ...telling.map((kind) => checks.filter(({ check }) => check.fact.kind === kind)), checks];
  const deed = candidates.map(describeAll).find((words) => words.length > 0) ?? [];
  return brief([...deed.slice(0, 1), ...secretsSent(checks), ...deed.slice(1)]);
}

/**
 * The checks that decide on a cell. That a call came back at all proves nothing of the rest, so this check
 * counts where it fails, or stands alone: otherwise every n/a and every note would read as a pass.
 */
function deciding(checks: readonly JudgedCheck[], profile: string): readonly JudgedCheck[] {
  const others = checks.filter(({ check, result }) => check.fact.kind !== 'settled' || result.verdicts[profile] !== 'pass');
  return others.length > 0 ? others : checks;
}

/** What a cell says, and its verdict under a profile: the worst of its checks. */
export function viewCell(scenario: Scenario, cell: Cell | undefined, profile: string): CellView {
  if (!cell) return { text: 'not run', verdict: 'n/a' };
  if (cell.fault !== undefined) return { text: 'harness fault', verdict: 'error' };
  const checks = deciding(judgedChecks(scenario, cell), profile);
  const verdict = worst(checks.map(({ result }) => result.verdicts[profile] ?? 'n/a'));
  const amiss = verdict === 'warn' || verdict === 'fail' || verdict === 'error';
  const text = amiss ? brief(describeAll(checks.filter(({ result }) => result.verdicts[profile] === verdict))) : deedOf(checks);
  return { text: verdict === 'n/a' || text === '' ? verdict : text, verdict };
}

function countVerdicts(list: readonly Verdict[]): Counts {
  const counts = { fail: 0, warn: 0, pass: 0, note: 0, 'n/a': 0, error: 0 };
  for (const verdict of list) counts[verdict] += 1;
  return counts;
}

/** Everything a table of the results shows under one profile. */
export function matrixOf(results: Results, profile: string): Matrix {
  const { columns } = results;
  const find = cellFinder(results);
  const countColumns = (rows: readonly MatrixRow[]): readonly Counts[] =>
    columns.map((_, index) => countVerdicts(rows.flatMap(({ cells }) => cells[index]?.verdict ?? [])));
  const suites = results.suites.map((suite): MatrixSuite => {
    const rows = suite.scenarios.map((scenario): MatrixRow => ({
      scenario,
      cells: columns.map((column) => viewCell(scenario, find(column.id, scenario.id), profile)),
    }));
    return { suite, rows, counts: countColumns(rows) };
  });
  return { columns, suites, totals: countColumns(suites.flatMap(({ rows }) => rows)) };
}
