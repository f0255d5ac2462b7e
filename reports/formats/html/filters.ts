import { h, type ComponentChildren } from 'preact';
import { capabilityNames } from '../../../suites/vocabulary/capability.ts';
import { levels } from '../../../suites/vocabulary/check.ts';
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import { describePlace } from '../../../suites/wording/requirement.ts';
import { meaningNames, meanings } from '../../model/meaning.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { type TableData, verdictOrder } from './data/table-data.ts';

/** The profiles, of which one is chosen. */
export const profileChoice = ({ profile, profiles }: TableData): ComponentChildren =>
  h(
    'fieldset',
    { class: 'profiles' },
    h('legend', {}, 'Profile'),
    profiles.map(({ name, title }) =>
      h(
        'label',
        {},
        h('input', { type: 'radio', name: 'profile', value: name, checked: name === profile, form: 'filters' }),
        h('span', {}, title),
      ),
    ),
  );

type Option = readonly [value: string, text: string];

const choice = (name: string, title: string, all: string, options: readonly Option[]): ComponentChildren =>
  h(
    'label',
    {},
    `${title} `,
    h(
      'select',
      { name },
      h('option', { value: '' }, all),
      options.map(([value, text]) => h('option', { value }, text)),
    ),
  );

const box = (name: string, text: string): ComponentChildren =>
  h('label', {}, h('input', { type: 'checkbox', name, value: 'yes' }), ` ${text}`);

const LONGEST = 90;

const requirementOption = (id: string, requirement: Requirement): Option => {
  const text = `${describePlace(requirement)}: ${requirement.statement}`;
  return [id, text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text];
};

/** The choices that some scenario or check of the run can meet. */
function choicesIn({ suites, decisions, requirements }: TableData) {
  const needs = new Set(suites.flatMap(({ scenarios }) => scenarios.flatMap((scenario) => scenario.needs)));
  const deciding = new Set<string>(decisions.map(({ by }) => by));
  return {
    capabilities: capabilityNames.filter((name) => needs.has(name)),
    authorities: [...deciding].filter((by) => by !== 'no authority'),
    requirements: Object.entries(requirements).map(([id, requirement]) => requirementOption(id, requirement)),
  };
}

const same = (values: readonly string[]): readonly Option[] => values.map((value) => [value, value]);

const comparison = ({ columns }: TableData): ComponentChildren =>
  ['Compare', 'with'].map((title, index) =>
    h(
      'label',
      {},
      `${title} `,
      h(
        'select',
        { 'data-compare': index, 'aria-label': index === 0 ? 'Compare' : 'Compare with' },
        h('option', { value: '' }, '–'),
        columns.map(({ id }) => h('option', { value: id }, id)),
      ),
    ),
  );

/** The settings of the table; each is part of the address. */
export function filters(data: TableData): ComponentChildren {
  const { capabilities, authorities, requirements } = choicesIn(data);
  return h(
    'form',
    { id: 'filters', autocomplete: 'off' },
    h('label', {}, 'Search ', h('input', { type: 'search', name: 'search', size: 15, placeholder: 'id, title, finding' })),
    choice(
      'suite',
      'Suite',
      'all',
      data.suites.map(({ id, title }) => [id, title]),
    ),
    choice(
      'verdict',
      'Verdict',
      'any',
      verdictOrder.map((verdict) => [verdict, `${verdictSymbols[verdict]} ${verdict}`]),
    ),
    choice(
      'meaning',
      'Broken',
      'anything',
      meaningNames.map((meaning) => [meaning, meanings[meaning]]),
    ),
    box('disagree', 'only where clients differ'),
    h(
      'details',
      { class: 'more' },
      h('summary', {}, 'More filters'),
      h(
        'div',
        {},
        choice('level', 'Level', 'any', same(levels)),
        choice('authority', 'Decided by', 'anyone', same(authorities)),
        choice('requirement', 'Requirement', 'any', requirements),
        choice('capability', 'Needs', 'anything', same(capabilities)),
        box('credentials', 'credentials only'),
        box('changed', 'changed since the earlier run'),
        box('known', 'known deviations'),
        box('disputed', 'disputed'),
        h('span', { class: 'compare' }, comparison(data)),
      ),
    ),
    data.suites.map(({ id }) => h('input', { type: 'checkbox', name: 'closed', value: id, hidden: true })),
    h(
      'span',
      { class: 'buttons' },
      h('button', { type: 'button', 'data-all': 'close' }, 'Close all suites'),
      ' ',
      h('button', { type: 'button', 'data-all': 'reset' }, 'Reset'),
    ),
    h('output', { id: 'count' }),
  );
}
