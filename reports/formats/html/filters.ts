import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { verdictOrder } from './counts.ts';

const profileChoice = ({ run, profiles }: Results): ComponentChildren =>
  h(
    'fieldset',
    { class: 'profiles' },
    h('legend', {}, 'Profile'),
    profiles.map(({ name, title }) =>
      h(
        'label',
        {},
        h('input', { type: 'radio', name: 'profile', value: name, checked: name === run.profile }),
        h('span', {}, title),
      ),
    ),
  );

const suiteChoice = ({ suites }: Results): ComponentChildren =>
  h(
    'label',
    {},
    'Suite ',
    h(
      'select',
      { name: 'suite' },
      h('option', { value: '' }, 'all'),
      suites.map(({ id, title }) => h('option', { value: id }, title)),
    ),
  );

const verdictChoice = (): ComponentChildren =>
  h(
    'label',
    {},
    'Verdict ',
    h(
      'select',
      { name: 'verdict' },
      h('option', { value: '' }, 'any'),
      verdictOrder.map((verdict) => h('option', { value: verdict }, `${verdictSymbols[verdict]} ${verdict}`)),
    ),
  );

/** The settings of the page; each is part of the address. */
export function filters(results: Results): ComponentChildren {
  return h(
    'form',
    { id: 'filters', autocomplete: 'off' },
    profileChoice(results),
    suiteChoice(results),
    verdictChoice(),
    h('label', {}, 'Search ', h('input', { type: 'search', name: 'search', size: 15, placeholder: 'id, title, finding' })),
    h('label', {}, h('input', { type: 'checkbox', name: 'disagree', value: 'yes' }), ' only where clients differ'),
    h('output', { id: 'count' }),
  );
}
