import { h, type ComponentChildren } from 'preact';
import type { Verdict } from '../../../suites/vocabulary/verdict.ts';
import type { Counts } from '../../model/matrix.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';

/** The order in which verdicts are listed. */
export const verdictOrder: readonly Verdict[] = ['fail', 'warn', 'pass', 'note', 'n/a', 'error'];

/** How many cells have each verdict; a verdict without cells is left out. */
export function countList(counts: Counts): ComponentChildren {
  const there = verdictOrder.filter((verdict) => counts[verdict] > 0);
  return h(
    'span',
    { class: 'counts' },
    there.flatMap((verdict) => [
      h(
        'span',
        { 'data-verdict': verdict, title: verdict },
        `${counts[verdict]} `,
        h('span', { 'aria-label': verdict, role: 'img' }, verdictSymbols[verdict]),
      ),
      ' ',
    ]),
  );
}
