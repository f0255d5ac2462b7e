import { h, type ComponentChildren } from 'preact';
import type { Verdict } from '../../../suites/vocabulary/verdict.ts';
import type { Item } from '../../../suites/wording/item.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';

/** The symbol of a verdict, with its name for those who do not see it. */
export const symbol = (verdict: Verdict): ComponentChildren =>
  h(
    'span',
    { class: 'symbol', 'data-verdict': verdict, role: 'img', 'aria-label': verdict, title: verdict },
    verdictSymbols[verdict],
  );

/** Things in a row, with commas between them. */
export const inRow = (items: readonly ComponentChildren[]): ComponentChildren =>
  items.map((item, index) => (index === 0 ? item : [', ', item]));

/** An outline as nested lists. */
export const outline = (items: readonly Item[]): ComponentChildren =>
  items.length > 0 &&
  h(
    'ul',
    { class: 'outline' },
    items.map(({ text, items: below = [] }) => h('li', {}, text, outline(below))),
  );

/** A table that scrolls alone where it is too wide. */
export const tableOf = (heads: readonly string[], rows: readonly (readonly ComponentChildren[])[]): ComponentChildren =>
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
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(([first, ...others]) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, first),
            others.map((cell) => h('td', {}, cell)),
          ),
        ),
      ),
    ),
  );

/** What can be opened where a page would be too long otherwise. */
export const folded = (title: ComponentChildren, content: ComponentChildren): ComponentChildren =>
  h('details', {}, h('summary', {}, title), content);
