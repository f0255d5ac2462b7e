import { h, type ComponentChildren } from 'preact';
import type { Column, Results } from '../../../suites/vocabulary/result.ts';
import { hasWireTwin, symbols, type Counts } from '../../matrix.ts';
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

const CAPTION =
  'Scenarios by verdict: fail is a must that was missed, warn a should, note something that the rules leave open, n/a what the client cannot do or MSW cannot show, error a fault of ours. This is not a ranking: scenarios differ in weight. The boxes choose the columns below.';

/** How each client fared, in counts; also chooses which clients the table shows. */
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
      'Clients by the rules of ',
      perProfile(results, 'span', ({ title }) => title),
    ),
    h(
      'table',
      {},
      h('caption', {}, CAPTION),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Client'),
          h('th', { scope: 'col' }, 'Version'),
          h('th', { scope: 'col' }, 'Runtime'),
          verdictOrder.map((verdict) => h('th', { scope: 'col', 'data-verdict': verdict }, `${symbols[verdict]} ${verdict}`)),
          h('td', {}),
        ),
      ),
      h('tbody', {}, columns.map(row)),
    ),
  );
}
