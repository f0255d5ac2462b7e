import { h } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { RunContext } from '../format.ts';
import { inline, hashSource, textOfPage } from '../page.ts';
import { earlierOfResults } from './data/earlier-of-results.ts';
import { earlierData } from './data/earlier.ts';
import { recordFolder } from './data/fold-records.ts';
import { foldTable } from './data/folded-table.ts';
import { makeTableData } from './data/make-table-data.ts';
import { pack } from './data/pack.ts';
import { TableModel } from './data/table-model.ts';
import { pageContent, plainContent } from './page-content.ts';
import { pageScript } from './page-script.ts';
import { profiledMatrices } from './per-profile.ts';
import { style } from './style.ts';

/** The report as one file that needs neither the network nor other files. */
export async function renderHtml(results: Results, { earlier }: Pick<RunContext, 'earlier'> = {}): Promise<string> {
  const script = await pageScript();
  const matrices = profiledMatrices(results);
  const data = makeTableData(results, matrices);
  const model = new TableModel(data);
  const before = earlier && earlierData(model, earlierOfResults(earlier));
  const fold = recordFolder(results);
  return textOfPage({
    title: 'Redirect conformance',
    sources: { 'style-src': hashSource(style), 'script-src': hashSource(script) },
    head: inline('style', style),
    body: [
      pageContent(results, { model, matrices, ...(before && { earlier: before }) }),
      before && h('script', { type: 'text/plain', id: 'earlier' }, pack(before)),
      h('script', { type: 'text/plain', id: 'data' }, pack(foldTable(data))),
      // It starts before the rest of the page, most of it, has been parsed.
      inline('script', script, { type: 'module', async: true }),
      plainContent(model, matrices),
      results.suites.map((suite) => h('script', { type: 'text/plain', 'data-records': suite.id }, pack(fold(suite)))),
    ],
  });
}
