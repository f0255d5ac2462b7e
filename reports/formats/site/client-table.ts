import { h, type ComponentChildren } from 'preact';
import { meaningNames, meanings } from '../../model/meaning.ts';
import { addresses, type LinkTo } from './address.ts';
import { tableOf } from './parts.ts';
import type { SiteModel } from './site-model.ts';

/** Every client, with the number of scenarios in which it does something wrong of each meaning. */
export const clientTable = ({ table, counts }: SiteModel, to: LinkTo): ComponentChildren => [
  tableOf(
    ['Client', ...meaningNames.map((meaning) => meanings[meaning]), 'Scenarios judged'],
    table.data.columns.map(({ id, version }, index) => [
      [h('a', { href: to(addresses.client(id)) }, id), ' ', h('span', { class: 'quiet' }, version)],
      ...meaningNames.map((meaning) => counts[index]?.meanings[meaning] ?? ''),
      counts[index]?.judged ?? '',
    ]),
  ),
  h(
    'p',
    { class: 'quiet' },
    'The numbers are no ranking: scenarios differ in weight, and a client that follows no redirects has few that can be judged.',
  ),
];
