import { h, type ComponentChildren } from 'preact';
import type { Column, Results } from '../../../suites/vocabulary/result.ts';
import { hasWireTwin } from '../../model/cells.ts';
import type { Counts } from '../../model/matrix.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { verdictOrder } from './counts.ts';
import { perProfile, type ProfiledMatrix } from './per-profile.ts';

function bar(counts: Counts): ComponentChildren {
  const total = Math.max(
    1,
    verdictOrder.reduce((sum, verdict) => sum + counts[verdict], 0),
  );
  let from = 0;
  const parts = verdictOrder.map((verdict) => {
    const part = h('rect', { 'data-verdict': verdict, x: from, y: 0, width: counts[verdict], height: 1 });
    from += counts[verdict];
    return part;
  });
  return h('svg', { viewBox: `0 0 ${total} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, parts);
}

const number = (count: number): ComponentChildren => (count === 0 ? h('span', { class: 'zero' }, 0) : count);

const ABOUT =
  'Number of scenarios by verdict. fail: a must is not met. warn: a should is not met. note: the rules leave it open. n/a: the client lacks a capability, or MSW cannot show it. error: the harness or an adapter failed. The numbers are not a ranking: scenarios differ in weight. The boxes select the columns of the table below.';

/** The number of scenarios by client and verdict, with boxes that select the columns of the table. */
export function summary(results: Results, matrices: readonly ProfiledMatrix[]): ComponentChildren {
  const { columns } = results;
  const counts = (column: number, content: (counts: Counts) => ComponentChildren): ComponentChildren =>
    perProfile(results, 'span', (_, index) => content(matrices[index]!.matrix.totals[column]!));
  const row = (column: Column, index: number): ComponentChildren =>
    h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        h(
          'label',
          {},
          h('input', {
            type: 'checkbox',
            name: 'clients',
            value: column.id,
            checked: !hasWireTwin(column, columns),
            form: 'filters',
          }),
          ` ${column.id}`,
        ),
      ),
      h('td', { class: 'version' }, column.version),
      h('td', { class: 'runtime' }, column.runtime),
      verdictOrder.map((verdict) =>
        h(
          'td',
          { class: 'count', 'data-verdict': verdict },
          counts(index, (each) => number(each[verdict])),
        ),
      ),
      h('td', { class: 'bar' }, counts(index, bar)),
    );
  return h(
    'section',
    { class: 'summary' },
    h(
      'h2',
      {},
      'Clients under ',
      perProfile(results, 'span', ({ title }) => title),
    ),
    h('p', { class: 'about' }, ABOUT),
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, 'Client'),
            h('th', { scope: 'col' }, 'Version'),
            h('th', { scope: 'col' }, 'Runtime'),
            verdictOrder.map((verdict) =>
              h('th', { scope: 'col', 'data-verdict': verdict }, `${verdictSymbols[verdict]} ${verdict}`),
            ),
            h('td', {}),
          ),
        ),
        h('tbody', {}, columns.map(row)),
      ),
    ),
  );
}
