import { createHash } from 'node:crypto';
import type { Results } from '../../suites/vocabulary/result.ts';
import type { Suite } from '../../suites/vocabulary/scenario.ts';
import type { FolderFile } from '../formats/format.ts';
import { assembleResults } from '../model/results.ts';
import { columnFrom, compactColumn, type CompactCatalogue, compressed, decompressed } from './compact-column.ts';

/** The places of compact results in their folder. */
export const compactPlaces = { run: 'run.json.br', catalogues: 'catalogues', columns: 'columns' } as const;

/** Results without what has a file of its own. */
type Run = Omit<Results, 'suites' | 'columns' | 'cells'> & {
  readonly catalogue: string;
  readonly columns: readonly string[];
};

/** The file of a catalogue, by its hash. */
const catalogueFile = (hash: string): string => `${compactPlaces.catalogues}/${hash}.json.br`;

/** What some file system refuses in a name, and the percent sign. */
const SPECIAL = /[^\w@+.~-]/gu;

/** The file of a column. What a file system may refuse in a name is percent-encoded: `undici%2ffetch.br`. */
export function columnFile(id: string): string {
  const name = id.replace(
    SPECIAL,
    (character) =>
      `%${Buffer.from(character)
        .toString('hex')
        .replace(/..(?=.)/g, '$&%')}`,
  );
  return `${compactPlaces.columns}/${name}.br`;
}

/** The scenarios of these suites, and their hash. */
export function catalogueOf(suites: readonly Suite[]): CompactCatalogue {
  const hash = createHash('sha256').update(JSON.stringify(suites)).digest('hex').slice(0, 16);
  return { hash, scenarios: suites.flatMap(({ scenarios }) => scenarios) };
}

/** The catalogue and the run, without any column. */
export function frameFiles(results: Results): readonly FolderFile[] {
  const { version, run: header, profiles, requirements, suites, columns, unexpected, coverage } = results;
  const { hash } = catalogueOf(suites);
  const ids = columns.map(({ id }) => id);
  const run: Run = { version, run: header, profiles, requirements, unexpected, coverage, catalogue: hash, columns: ids };
  return [
    { path: compactPlaces.run, contents: compressed(JSON.stringify(run)) },
    { path: catalogueFile(hash), contents: compressed(JSON.stringify(suites)) },
  ];
}

/** Results as files: the run, its catalogue, and each column. One at a time, since each takes some memory. */
export function* compactFiles(results: Results): Iterable<FolderFile> {
  yield* frameFiles(results);
  const catalogue = catalogueOf(results.suites);
  const cells = Map.groupBy(results.cells, ({ column }) => column);
  for (const column of results.columns) {
    yield { path: columnFile(column.id), contents: compactColumn(column, cells.get(column.id) ?? [], catalogue) };
  }
}

/** The results that such files have; `read` returns one of them. Throws an error if one is missing or damaged. */
export function resultsFrom(read: (path: string) => Uint8Array): Results {
  const { catalogue: hash, columns: ids, ...rest } = JSON.parse(decompressed(read(compactPlaces.run))) as Run;
  const suites = JSON.parse(decompressed(read(catalogueFile(hash)))) as readonly Suite[];
  const catalogue = catalogueOf(suites);
  const stored = ids.map((id) => columnFrom(read(columnFile(id)), catalogue, rest.profiles));
  return assembleResults(
    rest.run,
    { ...rest, suites },
    {
      columns: stored.map(({ column }) => column),
      cells: stored.flatMap(({ cells }) => cells),
      unexpected: rest.unexpected,
    },
  );
}
