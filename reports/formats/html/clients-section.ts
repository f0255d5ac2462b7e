import { h, type ComponentChildren } from 'preact';
import { meaningNames, meanings } from '../../model/meaning.ts';
import type { MeaningCounts } from './data/deviations.ts';
import type { ColumnData, TableData } from './data/table-data.ts';

const ABOUT =
  'In how many scenarios each client does something wrong, by what it means for its users. The numbers are no ranking: scenarios differ in weight, and a client that follows no redirects has few that can be judged. Boxes choose the columns of the table below, pins keep columns at its left, and arrows move them.';

const move = (id: string, direction: 'up' | 'down'): ComponentChildren =>
  h(
    'button',
    { type: 'button', 'data-move': direction, 'data-client': id, 'aria-label': `Move ${id} ${direction}` },
    direction === 'up' ? '↑' : '↓',
  );

const number = (count: number): ComponentChildren => (count === 0 ? h('span', { class: 'zero' }, 0) : count);

/** What is counted for a column under one profile. */
export interface ClientCounts {
  readonly meanings: MeaningCounts;
  /** In how many scenarios there was something to judge. */
  readonly judged: number;
}

/** The clients of a run, and what is wrong with each; `countsOf` has one entry for each profile. */
export function clientsSection(
  { profile: shown, profiles, columns }: TableData,
  countsOf: readonly (readonly ClientCounts[])[],
): ComponentChildren {
  const perProfile = (column: number, content: (counts: ClientCounts) => ComponentChildren): ComponentChildren =>
    profiles.map(({ name }, index) => {
      const counts = countsOf[index]?.[column];
      return counts && h('span', { 'data-for': name, hidden: name !== shown }, content(counts));
    });
  const row = ({ id, version, runtime, isTwin }: ColumnData, index: number): ComponentChildren =>
    h(
      'tr',
      { 'data-row': id },
      h(
        'th',
        { scope: 'row' },
        h('label', {}, h('input', { type: 'checkbox', name: 'clients', value: id, checked: !isTwin, form: 'filters' }), ` ${id}`),
      ),
      h('td', { class: 'version' }, version),
      h('td', { class: 'runtime' }, runtime),
      meaningNames.map((meaning) =>
        h(
          'td',
          { class: 'count' },
          perProfile(index, (counts) => number(counts.meanings[meaning])),
        ),
      ),
      h(
        'td',
        { class: 'count' },
        perProfile(index, ({ judged }) => judged),
      ),
      h(
        'td',
        { class: 'tools' },
        h(
          'label',
          {},
          h('input', { type: 'checkbox', name: 'pin', value: id, form: 'filters', 'aria-label': `Pin ${id} at the left` }),
          ' pin',
        ),
        move(id, 'up'),
        move(id, 'down'),
      ),
    );
  const names = columns.map(({ id, version }) => `${id} ${version}`).join(', ');
  return h(
    'details',
    { id: 'clients', class: 'aside' },
    h(
      'summary',
      {},
      h('h2', {}, columns.length === 1 ? 'One client' : `${columns.length} clients`),
      ' ',
      h('span', { class: 'names' }, names),
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
            ['Client', 'Version', 'Runtime'].map((title) => h('th', { scope: 'col' }, title)),
            meaningNames.map((meaning) => h('th', { scope: 'col', class: 'count' }, meanings[meaning])),
            h('th', { scope: 'col', class: 'count' }, 'Scenarios judged'),
            h('td', {}),
          ),
        ),
        h('tbody', {}, columns.map(row)),
      ),
    ),
  );
}
