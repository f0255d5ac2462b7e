import { h, type ComponentChildren } from 'preact';
import { counted } from '../../../suites/wording/counted.ts';
import type { Deviation } from '../html/data/deviations.ts';
import { brief, withCode } from '../html/with-code.ts';
import { addresses, type LinkTo } from './address.ts';
import { inRow, symbol } from './parts.ts';
import type { SiteModel } from './site-model.ts';

const MOST_CITED = 3;

function item(
  { verdict, clause, expected, requirements, known, count, example }: Deviation,
  who: ComponentChildren,
  to: LinkTo,
): ComponentChildren {
  const cited = requirements.slice(0, MOST_CITED).map((id) => h('a', { href: to(addresses.requirement(id)) }, id));
  const more = requirements.length - cited.length;
  return h(
    'li',
    {},
    h('p', {}, symbol(verdict), ' ', withCode(clause)),
    h('p', { class: 'rule' }, brief(expected), ' according to ', inRow(cited), more > 0 && ` and ${more} more`),
    h(
      'p',
      { class: 'who' },
      who,
      ', for example in ',
      h('a', { href: to(addresses.scenario(example.scenario)) }, example.scenario),
      known > 0 && (known === count ? '; known' : `; ${known} of ${count} known`),
    ),
  );
}

/** Deviations of one client: how often. */
export const ownDeviations = (deviations: readonly Deviation[], to: LinkTo): ComponentChildren =>
  h(
    'ul',
    { class: 'deviations' },
    deviations.map((each) => item(each, `in ${counted(each.count, 'check')}`, to)),
  );

const MOST_CLIENTS = 6;

function clientsOf({ columns }: Deviation, { table }: SiteModel, to: LinkTo): ComponentChildren {
  const names = columns.slice(0, MOST_CLIENTS).map(({ column, count }) => {
    const id = table.data.columns[column]?.id ?? '';
    return [h('a', { href: to(addresses.client(id)) }, id), ` ${count}×`];
  });
  const more = columns.length - names.length;
  return [inRow(names), more > 0 && ` and ${more} more`];
}

/** Deviations of several clients: who, and how often. */
export const sharedDeviations = (deviations: readonly Deviation[], model: SiteModel, to: LinkTo): ComponentChildren =>
  h(
    'ul',
    { class: 'deviations' },
    deviations.map((each) => item(each, clientsOf(each, model, to), to)),
  );
