import { h, type ComponentChildren } from 'preact';
import type { Verdict } from '../../../suites/vocabulary/verdict.ts';
import { symbols, type Counts } from '../../matrix.ts';

/** The order in which verdicts are told: what needs a look first. */
export const verdictOrder: readonly Verdict[] = ['fail', 'warn', 'pass', 'note', 'n/a', 'error'];

/** How often each verdict came, leaving out those that never did. */
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
        h('span', { 'aria-label': verdict, role: 'img' }, symbols[verdict]),
      ),
      ' ',
    ]),
  );
}
