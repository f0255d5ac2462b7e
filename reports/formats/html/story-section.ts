import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { type MeasuredStory, storiesIn, type StoryStep } from '../../model/story.ts';
import { clientsIn, clientsText, storyColumns } from '../../model/story-table.ts';

const stepRows = ({ title, says, rows }: StoryStep, all: number): ComponentChildren =>
  rows.map((row, index) =>
    h(
      'tr',
      {},
      index === 0 ? h('th', { scope: 'rowgroup', rowSpan: rows.length }, title) : null,
      h('td', {}, clientsText(row, all)),
      storyColumns.map(([, textOf]) => h('td', { class: 'count' }, textOf(row))),
      index === 0 ? h('td', { rowSpan: rows.length }, says) : null,
    ),
  );

const storyTable = ({ title, url, steps }: MeasuredStory): ComponentChildren => {
  const all = clientsIn(steps.flatMap(({ rows }) => rows));
  const heads = ['Step', 'Clients', ...storyColumns.map(([head]) => head), 'Their account'];
  return h(
    'details',
    { class: 'aside' },
    h('summary', {}, h('h2', {}, 'A story in numbers'), ` ${title}`),
    h(
      'table',
      {},
      h(
        'caption',
        {},
        'Measured here, beside ',
        h('a', { href: url }, 'what those who did it say'),
        '. Equal clients are one row.',
      ),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      steps.map((step) => h('tbody', {}, stepRows(step, all))),
    ),
  );
};

/** The stories of a run as tables; nothing if it has none. */
export const storySection = (results: Results): ComponentChildren => storiesIn(results).map(storyTable);
