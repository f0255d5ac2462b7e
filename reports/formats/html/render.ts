import { createHash } from 'node:crypto';
import { h, type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { visible } from '../../../suites/wording/visible.ts';
import type { RunContext } from '../format.ts';
import { earlierOfResults } from './data/earlier-of-results.ts';
import { earlierData } from './data/earlier.ts';
import { foldRecords } from './data/fold-records.ts';
import { foldTable } from './data/folded-table.ts';
import { makeTableData } from './data/make-table-data.ts';
import { pack } from './data/pack.ts';
import { TableModel } from './data/table-model.ts';
import { pageContent, plainContent } from './page-content.ts';
import { pageScript } from './page-script.ts';
import { profiledMatrices } from './per-profile.ts';
import { style } from './style.ts';

const inline = (tag: 'style' | 'script', text: string, attributes = {}): ComponentChildren =>
  h(tag, { ...attributes, dangerouslySetInnerHTML: { __html: text } });

const source = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Only the script and the style of the page itself may run or load, whatever a client has put into its values. */
const policy = (script: string): string =>
  `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${source(style)}; script-src ${source(script)}`;

/** The report as one file that needs neither the network nor other files. */
export async function renderHtml(results: Results, { earlier }: Pick<RunContext, 'earlier'> = {}): Promise<string> {
  const script = await pageScript();
  const matrices = profiledMatrices(results);
  const data = makeTableData(results, matrices);
  const model = new TableModel(data);
  const before = earlier && earlierData(model, earlierOfResults(earlier));
  const records = Object.entries(foldRecords(results, results.suites));
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charSet: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(script) }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', {}, 'Redirect conformance'),
      inline('style', style),
    ),
    h(
      'body',
      {},
      pageContent(results, { model, matrices, ...(before && { earlier: before }) }),
      before && h('script', { type: 'text/plain', id: 'earlier' }, pack(before)),
      h('script', { type: 'text/plain', id: 'data' }, pack(foldTable(data))),
      // It starts before the rest of the page, most of it, has been parsed.
      inline('script', script, { type: 'module', async: true }),
      plainContent(model, matrices),
      records.map(([suite, chunk]) => h('script', { type: 'text/plain', 'data-records': suite }, pack(chunk))),
    ),
  );
  return visible(`<!doctype html>${renderToString(page)}\n`);
}
