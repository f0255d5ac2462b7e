import { h, type ComponentChildren } from 'preact';
import { type MeasuredStory, storiesIn, type StoryStep } from '../../../model/story.ts';
import { storyColumns } from '../../../model/story-table.ts';
import { addresses, type LinkTo } from '../address.ts';
import { inRow, tableOf } from '../parts.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';

const step = ({ title, says, rows }: StoryStep, to: LinkTo): ComponentChildren => [
  h('h3', {}, title),
  h('p', {}, h('strong', {}, 'Their account: '), says),
  tableOf(
    ['Clients', ...storyColumns.map(([head]) => head)],
    rows.map((row) => [
      inRow(row.columns.map((id) => h('a', { href: to(addresses.client(id)) }, id))),
      ...storyColumns.map(([, textOf]) => textOf(row)),
    ]),
  ),
];

const story = ({ suite, title, url, steps }: MeasuredStory, to: LinkTo): ComponentChildren => [
  h('h2', {}, title),
  h(
    'p',
    {},
    'Measured here, beside ',
    h('a', { href: url, rel: 'noreferrer' }, 'what those who did it say'),
    '. Clients with equal numbers are one row. The scenarios are those of ',
    h('a', { href: to(addresses.suite(suite)) }, suite),
    '.',
  ),
  steps.map((each) => step(each, to)),
];

/** The stories of a run in numbers: the move of a service to another domain, phase by phase. */
export function migrationPage({ results }: SiteModel): SitePage {
  const stories = storiesIn(results);
  return {
    address: addresses.migration,
    title: 'A migration in numbers',
    content: (to) =>
      stories.length === 0
        ? h('p', {}, 'No client of this run has run a suite that tells a story, such as migration.')
        : stories.map((each) => story(each, to)),
    data: stories,
  };
}
