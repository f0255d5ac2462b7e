import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Cell, Column } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { cellFrom, compactCell } from './compact-cell.ts';

/** Half the size of gzip, and as fast. */
const compression = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
};

/** The bytes of a text, compressed. */
export const compressed = (text: string): Buffer => brotliCompressSync(text, compression);

/** The text of such bytes. Throws an error if they are none, or not whole. */
export const decompressed = (bytes: Uint8Array): string => brotliDecompressSync(bytes).toString();

/** What a column was run over: the scenarios in their order, and the hash by which their file is named. */
export interface CompactCatalogue {
  readonly hash: string;
  readonly scenarios: readonly Scenario[];
}

/** What stands in the first line of a compact column. */
interface Heading {
  readonly catalogue: string;
  readonly column: Column;
}

/** A column and its cells as a compressed text: a line about the column, and one for each scenario, empty if it has not run. */
export function compactColumn(column: Column, cells: readonly Cell[], { hash, scenarios }: CompactCatalogue): Buffer {
  const heading: Heading = { catalogue: hash, column };
  const byScenario = new Map(cells.map((cell) => [cell.scenario, cell]));
  const lines = scenarios.map((scenario) => {
    const cell = byScenario.get(scenario.id);
    return cell ? compactCell(cell, scenario) : '';
  });
  return compressed([JSON.stringify(heading), ...lines].join('\n'));
}

/** The column and the cells of such a text, judged by these profiles. Throws an error if it is not one, or is one of another catalogue. */
export function columnFrom(
  bytes: Uint8Array,
  { hash, scenarios }: CompactCatalogue,
  profiles: readonly Profile[],
): { readonly column: Column; readonly cells: readonly Cell[] } {
  const [first = '', ...lines] = decompressed(bytes).split('\n');
  const { catalogue, column } = JSON.parse(first) as Heading;
  if (catalogue !== hash) throw new Error(`${column.id} ran over another catalogue`);
  if (lines.length !== scenarios.length) throw new Error(`${column.id} has ${lines.length} results of ${scenarios.length}`);
  const cells = scenarios.flatMap((scenario, index) => {
    const line = lines[index] ?? '';
    return line === '' ? [] : [cellFrom(line, column.id, scenario, profiles)];
  });
  return { column, cells };
}
