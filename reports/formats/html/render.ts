import { createHash } from 'node:crypto';
import { h, type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { matrixOf } from '../../matrix.ts';
import { coverageSection } from './coverage-section.ts';
import { filters } from './filters.ts';
import { matrixTable } from './matrix-table.ts';
import { mockSection } from './mock-section.ts';
import { pack, pageData } from './page-data.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { summary } from './summary.ts';
import { visible } from '../../../suites/vocabulary/visible.ts';
import { worstSection } from './worst-section.ts';

const inline = (tag: 'style' | 'script', text: string): ComponentChildren =>
  h(tag, { dangerouslySetInnerHTML: { __html: text } });

const source = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing runs and nothing loads but what this page itself brings, whatever a client has put into its values. */
const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${source(style)}; script-src ${source(script)}`;

const header = ({ run, suites }: Results): ComponentChildren =>
  h(
    'header',
    {},
    h('h1', {}, 'How HTTP clients follow redirects'),
    h(
      'p',
      { class: 'run' },
      `${run.tool.name} ${run.tool.version}, ${suites.reduce((sum, { scenarios }) => sum + scenarios.length, 0)} scenarios, ${run.runtime}, `,
      h('time', { dateTime: run.startedAt }, run.startedAt),
    ),
  );

const dialog = (): ComponentChildren => h('dialog', { id: 'cell', 'aria-labelledby': 'cell-title' });

/** The report as one file: no network, no other files. */
export function renderHtml(results: Results): string {
  const matrices = results.profiles.map((profile) => ({ profile, matrix: matrixOf(results, profile.name) }));
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charSet: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', {}, 'Redirect conformance'),
      inline('style', style),
    ),
    h(
      'body',
      {},
      header(results),
      h(
        'main',
        {},
        filters(results),
        h('div', { class: 'overview' }, summary(results, matrices), worstSection(results)),
        mockSection(results),
        coverageSection(results),
        matrixTable(results, matrices),
      ),
      dialog(),
      h('script', { type: 'text/plain', id: 'data' }, pack(pageData(results))),
      inline('script', script),
    ),
  );
  return visible(`<!doctype html>${renderToString(page)}\n`);
}
