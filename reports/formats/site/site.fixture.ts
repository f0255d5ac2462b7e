import { sampleColumn } from '../../sample.fixture.ts';
import { smallRun } from '../html/small-run.fixture.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';

/** Ids that would leave their folder, or take the place of a page, if they were paths. */
export const awkwardIds: readonly string[] = [
  'node',
  '../../evil',
  'clients//index.html',
  'Index.html',
  'ä b?c#d%2F&"<i>',
  '.',
  '~x@1.0+y',
];

/** The small run with a hostile client, and clients with awkward ids. */
export const awkwardRun: Results = {
  ...smallRun,
  columns: [...smallRun.columns, ...awkwardIds.map(sampleColumn)],
};
