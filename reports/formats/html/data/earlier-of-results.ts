import type { Finding } from '../../../../suites/vocabulary/finding.ts';
import type { EarlierRun } from './earlier.ts';

/** What is read of stored results; the rest may have any shape. */
interface StoredResults {
  readonly version: 2;
  readonly run: { readonly startedAt: string };
  readonly columns: readonly { readonly id: string }[];
  readonly cells: readonly StoredCell[];
}

interface StoredCell {
  readonly column: string;
  readonly scenario: string;
  readonly checks: Readonly<Record<string, { readonly finding: Finding }>>;
}

/** The findings of stored results. */
export function earlierOfResults({ run, columns, cells }: StoredResults): EarlierRun {
  const byKey = new Map(cells.map(({ column, scenario, checks }) => [`${column} ${scenario}`, checks]));
  return {
    startedAt: run.startedAt,
    columns: columns.map(({ id }) => id),
    scenarios: [...new Set(cells.map(({ scenario }) => scenario))],
    find: (column, scenario, check) => byKey.get(`${column} ${scenario}`)?.[`${scenario}#${check}`]?.finding,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isColumn = (value: unknown): value is StoredResults['columns'][number] =>
  isObject(value) && typeof value['id'] === 'string';

const isFinding = (value: unknown): boolean =>
  isObject(value) &&
  (typeof value['value'] === 'string' || (typeof value['none'] === 'string' && typeof value['because'] === 'string'));

const isCell = (value: unknown): value is StoredCell =>
  isObject(value) &&
  typeof value['column'] === 'string' &&
  typeof value['scenario'] === 'string' &&
  isObject(value['checks']) &&
  Object.values(value['checks']).every((result) => isObject(result) && isFinding(result['finding']));

/** Reads a JSON value as stored results. Throws an Error that says why it is none. */
export function storedResults(value: unknown): StoredResults {
  if (!isObject(value) || !('version' in value)) throw new Error('it has no results of a run');
  const { version, run, columns, cells } = value;
  if (version !== 2) throw new Error(`it has version ${JSON.stringify(version)} of results, and this page reads version 2`);
  if (!isObject(run) || typeof run['startedAt'] !== 'string' || !Array.isArray(columns) || !Array.isArray(cells))
    throw new Error('it lacks the run, the columns or the cells');
  return {
    version,
    run: { startedAt: run['startedAt'] },
    columns: columns.filter(isColumn),
    cells: cells.filter(isCell),
  };
}
