import { everydayClients } from '../clients/index.ts';
import { languageClients } from '../clients/languages.ts';
import { type Counts, matrixOf } from '../../reports/model/matrix.ts';
import { verdictSymbols } from '../../reports/model/verdict-symbols.ts';
import type { Column, Results } from '../../suites/vocabulary/result.ts';
import { markdownTable } from '../../suites/wording/markdown-table.ts';

/** The verdicts of a table, in the order in which a reader looks for them. */
const shown = ['pass', 'fail', 'warn', 'note', 'n/a'] as const;

const countText = (counts: Counts): string =>
  shown.flatMap((verdict) => (counts[verdict] > 0 ? [`${counts[verdict]} ${verdictSymbols[verdict]}`] : [])).join(' ');

/** The clients that `npm test` runs, apart from mocks. */
const everyday: readonly string[] = [
  ...everydayClients.map(({ id }) => id),
  ...languageClients.filter(({ inEveryRun }) => inEveryRun).map(({ id }) => id),
];

/** Scenarios by suite and verdict, for the clients of every day. */
function matrixTable(results: Results): string {
  const { columns, suites, totals } = matrixOf(results, results.run.profile);
  const ofEveryDay = <Item>(list: readonly Item[]): readonly Item[] =>
    list.filter((_, index) => everyday.includes(columns[index]?.id ?? ''));
  const row = (title: string, counts: readonly Counts[]): readonly string[] => [title, ...ofEveryDay(counts).map(countText)];
  return markdownTable([
    ['suite', ...ofEveryDay(columns).map(({ id }) => id)],
    row('all', totals),
    ...suites.map(({ suite, counts }) => row(suite.id, counts)),
  ]);
}

/** Scenarios by verdict, for the other clients over sockets: a row for each. */
function furtherTable(results: Results): string {
  const { columns, totals } = matrixOf(results, results.run.profile);
  const rows = columns.flatMap(({ id, version, transport }, index) => {
    const counts = totals[index];
    const isShown = transport === 'wire' && !everyday.includes(id) && counts !== undefined;
    return isShown ? [[`${id} ${version}`, ...shown.map((verdict) => String(counts[verdict] || ''))]] : [];
  });
  return markdownTable([['client', ...shown.map((verdict) => `${verdictSymbols[verdict]} ${verdict}`)], ...rows]);
}

const isOfLanguage = (id: string): boolean => languageClients.some((client) => client.id === id);

/** Columns of one package of npm have its version. What is of another language has its own. */
const packageOf = ({ id, version }: Column): string => `${isOfLanguage(id) ? id : id.split(/[/~]/, 1).join()} ${version}`;

/** When and with what the table was measured. */
function matrixNote({ run, columns, suites }: Results): string {
  const versions = [...new Set(columns.filter(({ id }) => everyday.includes(id)).map(packageOf))].filter(
    (each) => !each.startsWith('node '),
  );
  const scenarios = suites.flatMap((suite) => suite.scenarios);
  const checks = scenarios.reduce((sum, scenario) => sum + scenario.checks.length, 0);
  return `Measured on ${run.startedAt.slice(0, 10)} with ${versions.join(', ')} and ${run.runtime.replace('node', 'Node.js')}, whose built-in fetch is \`node/fetch\`. ${scenarios.length} scenarios, ${checks} checks.`;
}

/** The sections of the README that are made from the results of a run. */
export function matrixSections(results: Results): ReadonlyMap<string, () => string> {
  return new Map([
    ['matrix', () => matrixTable(results)],
    ['further-matrix', () => furtherTable(results)],
    ['matrix-note', () => matrixNote(results)],
  ]);
}
