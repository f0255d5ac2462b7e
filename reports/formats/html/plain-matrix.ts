import { Fragment, h, type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { countList } from './counts.ts';
import type { SuiteData, TableData } from './data/table-data.ts';
import { verdictOrder } from './data/table-data.ts';
import type { MatrixSuite } from '../../model/matrix.ts';

const heads = ({ columns }: TableData): ComponentChildren =>
  h(
    'thead',
    {},
    h(
      'tr',
      {},
      h('td', {}),
      columns.map(({ id }) => h('th', { scope: 'col' }, id)),
    ),
  );

const countsTable = (data: TableData, profile: number): ComponentChildren =>
  h(
    'table',
    {},
    h('caption', {}, 'Number of scenarios by suite, client and verdict.'),
    heads(data),
    h(
      'tbody',
      {},
      data.suites.map(({ title, counts }) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, title),
          counts[profile]?.map((each) => h('td', {}, countList(each))),
        ),
      ),
    ),
  );

/** A suite as a table of symbols; a click opens it without any script. */
const suiteTable = (data: TableData, { title }: SuiteData, { rows }: MatrixSuite): ComponentChildren =>
  h(
    'details',
    {},
    h('summary', {}, title),
    h(
      'table',
      {},
      heads(data),
      h(
        'tbody',
        {},
        rows.map(({ scenario, cells }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, scenario.title),
            cells.map(({ verdict }) => h('td', {}, verdictSymbols[verdict])),
          ),
        ),
      ),
    ),
  );

/** The same HTML without the tags at the end of cells and rows, which HTML does not need: there are tens of thousands. */
const withoutEndTags = (content: ComponentChildren): string =>
  renderToString(h(Fragment, {}, content)).replaceAll(/<\/(?:td|th|tr)>/g, '');

/** What the table shows, for browsers that run no scripts, under the profile of the run. */
export const plainMatrix = (data: TableData, suites: readonly MatrixSuite[]): ComponentChildren =>
  h('noscript', {
    dangerouslySetInnerHTML: {
      __html: withoutEndTags(
        h(
          'div',
          { class: 'plain' },
          h(
            'p',
            {},
            'Without scripts, this page shows verdicts under the profile of the run. Exchanges and filters need scripts.',
          ),
          h('p', {}, verdictOrder.map((verdict) => `${verdictSymbols[verdict]} ${verdict}`).join(', ')),
          countsTable(
            data,
            data.profiles.findIndex(({ name }) => name === data.profile),
          ),
          suites.map((suite, index) => {
            const about = data.suites[index];
            return about && suiteTable(data, about, suite);
          }),
        ),
      ),
    },
  });
