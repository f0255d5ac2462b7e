import type { Results } from '../../suites/vocabulary/result.ts';
import type { LongFormat } from './format.ts';

/** JSON of results, a cell at a time: that of thirty columns is longer than a string should be. */
function* pieces({ cells, unexpected, coverage, ...rest }: Results): Iterable<string> {
  yield `${JSON.stringify(rest).slice(0, -1)},"cells":[`;
  for (const [index, cell] of cells.entries()) yield `${index === 0 ? '' : ','}${JSON.stringify(cell)}`;
  yield `],${JSON.stringify({ unexpected, coverage }).slice(1)}`;
}

/** The results as they are. Every other format can be made from them. */
export const json: LongFormat = {
  name: 'json',
  description: 'everything that was recorded, for programs',
  usedBy: 'default',
  file: 'results.json',
  pieces,
};
