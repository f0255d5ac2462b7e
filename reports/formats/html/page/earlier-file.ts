import type { Finding } from '../../../../suites/vocabulary/finding.ts';
import { visible } from '../../../../suites/wording/visible.ts';
import type { EarlierRun } from '../data/earlier.ts';
import { earlierOfResults, storedResults } from '../data/earlier-of-results.ts';
import { type FoldedTable, unfoldTable } from '../data/folded-table.ts';
import type { TableData } from '../data/table-data.ts';
import { TableModel } from '../data/table-model.ts';
import { unpack } from './unpack.ts';

/** A page shows nothing that hides, and so does what it is compared with. */
const asShown = (finding: Finding | undefined): Finding | undefined =>
  finding && 'value' in finding ? { value: visible(finding.value) } : finding;

/** The findings of stored results, as a page shows them. */
function earlierOfFile(text: string): EarlierRun {
  const { find, ...run } = earlierOfResults(storedResults(json(text)));
  return { ...run, find: (column, scenario, check) => asShown(find(column, scenario, check)) };
}

/** The findings that another page of this kind shows. */
function earlierOfPage(data: TableData): EarlierRun {
  const model = new TableModel(data);
  return {
    startedAt: data.startedAt,
    columns: data.columns.map(({ id }) => id),
    scenarios: [...model.scenarios.keys()],
    find: (id, scenario, name) => {
      const column = model.columnOf(id);
      const check = model.scenarios.get(scenario)?.checks.find((each) => each.name === name);
      return check && column !== undefined ? model.result(check, column)?.finding : undefined;
    },
  };
}

/** Data of a page, if they are what this page would write. */
function pageData(value: unknown): TableData {
  const isPage = typeof value === 'object' && value !== null && 'suites' in value && 'columns' in value && 'rules' in value;
  if (!isPage) throw new Error('it is a page of another version');
  return unfoldTable(value as FoldedTable);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('it is neither a whole results.json nor a page of this program');
  }
}

/** The earlier run in a file: results, or a page. Throws an Error that says why there is none. */
export async function earlierIn(file: Blob): Promise<EarlierRun> {
  const text = await file.text();
  const packed = / id="data">([^<]*)</.exec(text)?.[1];
  return packed === undefined ? earlierOfFile(text) : earlierOfPage(pageData(await unpack(packed)));
}
