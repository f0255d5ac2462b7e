import { h, type ComponentChildren } from 'preact';
import { type Meaning, meaningNames, meanings } from '../../model/meaning.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { cellLink } from './cell-link.ts';
import { type Deviation, deviationsIn } from './data/deviations.ts';
import type { TableModel } from './data/table-model.ts';
import { placeLink } from './place-link.ts';
import { brief, withCode } from './with-code.ts';

const MOST_SHOWN = 4;
const MOST_CLIENTS = 5;

const about: Readonly<Record<Meaning, string>> = {
  credentials: 'A secret reaches an origin that it was not meant for.',
  data: 'What the caller sends does not arrive, or is changed.',
  hangs: 'A call never ends, goes round in circles, or takes the process with it.',
  target: 'A request goes where it should not, or not where it should.',
  answer: 'The caller gets an error, the redirect itself, or something else than the answer.',
  detail: 'A rule of a standard is not met, and users will seldom notice.',
};

/** Which clients do it, the most frequent first. */
function who({ columns }: Deviation, { data }: TableModel): ComponentChildren {
  const names = columns.map(({ column, count }) => `${data.columns[column]?.id} ${count}×`);
  const more = names.length - MOST_CLIENTS;
  return h('span', { title: names.join(', ') }, names.slice(0, MOST_CLIENTS).join(', '), more > 0 && ` and ${more} more`);
}

function citation({ requirements: [first, ...more] }: Deviation, { data }: TableModel): ComponentChildren {
  const requirement = first === undefined ? undefined : data.requirements[first];
  return requirement && ['according to ', placeLink(requirement), more.length > 0 && ` and ${more.length} more`];
}

function item(deviation: Deviation, model: TableModel): ComponentChildren {
  const { verdict, clause, expected, count, known, example } = deviation;
  const cell = { column: model.data.columns[example.column]?.id ?? '', scenario: example.scenario };
  return h(
    'li',
    { 'data-verdict': verdict },
    h(
      'p',
      {},
      h('span', { class: 'symbol', role: 'img', 'aria-label': verdict }, verdictSymbols[verdict]),
      ' ',
      withCode(clause),
    ),
    h('p', { class: 'rule' }, brief(expected), ' ', citation(deviation, model)),
    h(
      'p',
      { class: 'who' },
      who(deviation, model),
      ', e.g. ',
      cellLink(cell),
      known > 0 && (known === count ? ', known' : `, ${known} of ${count} known`),
    ),
  );
}

const card = (meaning: Meaning, deviations: readonly Deviation[], model: TableModel): ComponentChildren =>
  h(
    'section',
    { key: meaning, class: 'card', 'data-meaning': meaning },
    h('h3', {}, meanings[meaning]),
    h('p', { class: 'about' }, about[meaning]),
    deviations.length === 0
      ? h('p', {}, 'Nothing found.')
      : h(
          'ul',
          {},
          deviations.slice(0, MOST_SHOWN).map((each) => item(each, model)),
        ),
    deviations.length > 0 &&
      h(
        'p',
        { class: 'all' },
        h('a', { href: `#meaning=${meaning}` }, 'Show in the table'),
        deviations.length > MOST_SHOWN && `: ${deviations.length - MOST_SHOWN} more kinds of this`,
      ),
  );

/** What is broken in the shown clients under a profile, by what it means for their users. */
export function brokenCards(model: TableModel, profile: string, columns: readonly number[]): ComponentChildren {
  const all = Map.groupBy(deviationsIn(model, profile, columns), ({ meaning }) => meaning);
  return meaningNames.map((meaning) => card(meaning, all.get(meaning) ?? [], model));
}
