import { h, type ComponentChildren } from 'preact';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { type CountList, verdictOrder } from './data/table-data.ts';

/** How many cells have each verdict; a verdict without cells is left out. */
export const countList = (counts: CountList): ComponentChildren =>
  h(
    'span',
    { class: 'counts' },
    verdictOrder.flatMap((verdict, index) =>
      counts[index]
        ? [
            h(
              'span',
              { 'data-verdict': verdict, title: verdict },
              `${counts[index]} `,
              h('span', { 'aria-label': verdict, role: 'img' }, verdictSymbols[verdict]),
            ),
            ' ',
          ]
        : [],
    ),
  );
