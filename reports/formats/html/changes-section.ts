import { h, type ComponentChildren } from 'preact';
import type { ChangeKind } from '../../model/changed-finding.ts';
import { cellLink } from './cell-link.ts';
import { changesIn, type EarlierData, type EqualChanges, equalChanges } from './data/earlier.ts';
import type { TableModel } from './data/table-model.ts';
import { earlierChoice } from './earlier-choice.ts';
import { withCode } from './with-code.ts';

const MOST_SHOWN = 5;

const titles: Readonly<Record<ChangeKind, string>> = {
  regression: 'Worse',
  fix: 'Better',
  other: 'Different, and judged as before',
  new: 'New',
  gone: 'No longer seen',
};

const verdictOf: Partial<Record<ChangeKind, string>> = { regression: 'fail', fix: 'pass' };

function item({ clause, changes }: EqualChanges, { data }: TableModel): ComponentChildren {
  const [first] = changes;
  const clients = [...new Set(changes.map(({ column }) => data.columns[column]?.id))].join(', ');
  const example = first && { column: data.columns[first.column]?.id ?? '', scenario: first.scenario.id };
  return h(
    'li',
    {},
    h('p', {}, withCode(clause)),
    h('p', { class: 'who' }, `${clients}, ${changes.length}×`, example && [', e.g. ', cellLink(example)]),
  );
}

const group = (kind: ChangeKind, groups: readonly EqualChanges[], model: TableModel): ComponentChildren =>
  h(
    'section',
    { class: 'card', 'data-kind': kind, 'data-verdict': verdictOf[kind] },
    h('h3', {}, titles[kind]),
    h(
      'ul',
      {},
      groups.slice(0, MOST_SHOWN).map((each) => item(each, model)),
    ),
    groups.length > MOST_SHOWN && h('p', { class: 'all' }, `${groups.length - MOST_SHOWN} more kinds of change`),
  );

/** Which clients and scenarios only one of the runs has. */
function differences({ newColumns, goneColumns, unknownScenarios }: EarlierData): readonly string[] {
  return [
    ...(newColumns.length > 0 ? [`Only in this run: ${newColumns.join(', ')}.`] : []),
    ...(goneColumns.length > 0 ? [`Only in that run: ${goneColumns.join(', ')}.`] : []),
    ...(unknownScenarios > 0 ? [`${unknownScenarios} scenarios of that run are not in this one.`] : []),
  ];
}

/** What changed since an earlier run, under a profile. */
function changesContent(model: TableModel, earlier: EarlierData, profile: string): ComponentChildren {
  const groups = Map.groupBy(equalChanges(changesIn(model, earlier, profile)), ({ kind }) => kind);
  return [
    h('h2', {}, 'What changed since ', h('time', { dateTime: earlier.startedAt }, earlier.startedAt)),
    groups.size === 0
      ? h('p', {}, 'Nothing that both runs have has changed.')
      : h('p', { class: 'all' }, h('a', { href: '#changed=yes' }, 'Show what changed in the table')),
    h(
      'div',
      { class: 'cards' },
      [...groups].map(([kind, each]) => group(kind, each, model)),
    ),
    differences(earlier).map((text) => h('p', { class: 'about' }, text)),
  ];
}

/** What changed since an earlier run, if there is one, and the choice of another; a message says what became of the last choice. */
export const changes = (
  model: TableModel,
  earlier: EarlierData | undefined,
  profile: string,
  message: string,
): ComponentChildren => [earlierChoice(message), earlier && h('div', {}, changesContent(model, earlier, profile))];
