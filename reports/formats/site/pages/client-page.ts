import { h, type ComponentChildren } from 'preact';
import type { Column } from '../../../../suites/vocabulary/result.ts';
import type { Verdict } from '../../../../suites/vocabulary/verdict.ts';
import { counted } from '../../../../suites/wording/counted.ts';
import { meaningNames, meanings } from '../../../model/meaning.ts';
import { countList } from '../../html/counts.ts';
import { deviationsIn } from '../../html/data/deviations.ts';
import type { ScenarioData } from '../../html/data/table-data.ts';
import { addresses, type LinkTo } from '../address.ts';
import { ownDeviations } from '../deviation-list.ts';
import { folded, inRow, symbol } from '../parts.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';

const needLook: readonly Verdict[] = ['fail', 'warn', 'error'];

interface Row {
  readonly scenario: ScenarioData;
  readonly verdict: Verdict;
  readonly text: string;
}

function rowsOf(column: number, scenarios: readonly ScenarioData[], { table, profile }: SiteModel): readonly Row[] {
  return scenarios
    .filter((scenario) => table.hasCell(scenario, column))
    .map((scenario) => ({ scenario, ...table.view(scenario, column, profile.name) }));
}

const rowItem = ({ scenario: { id, title }, verdict, text }: Row, to: LinkTo): ComponentChildren =>
  h('li', {}, symbol(verdict), ' ', h('a', { href: to(addresses.scenario(id)) }, title), ': ', text);

/** Each suite with the scenarios that need a look. */
function suiteList(column: number, model: SiteModel, to: LinkTo): ComponentChildren {
  const { table, profile } = model;
  return table.data.suites.map(({ title, scenarios, counts }) => {
    const rows = rowsOf(column, scenarios, model).filter(({ verdict }) => needLook.includes(verdict));
    const head = [title, ' ', countList(counts[table.profileOf(profile.name)]?.[column] ?? [])];
    return rows.length === 0
      ? h('p', {}, head)
      : folded(
          head,
          h(
            'ul',
            { class: 'plain' },
            rows.map((row) => rowItem(row, to)),
          ),
        );
  });
}

const facts = (
  { id, version, runtime, capabilities, notes = [], known = {} }: Column,
  { profile }: SiteModel,
  to: LinkTo,
): ComponentChildren => [
  h('p', {}, `${version}, ${runtime}. Judged under ${profile.title}.`),
  h('img', { class: 'badge', alt: `badge of ${id}`, src: to(addresses.badge(profile.name, id)) }),
  notes.map((note) => h('p', {}, note)),
  Object.keys(known).length > 0 && h('p', {}, `It has ${counted(Object.keys(known).length, 'known deviation')}.`),
  h(
    'p',
    { class: 'quiet' },
    'Capabilities: ',
    capabilities.length === 0
      ? 'none'
      : inRow(capabilities.map((name) => h('a', { href: to(addresses.capabilities, name) }, name))),
  ),
];

/** One client: what its maintainers would want to fix first, then every suite. */
export function clientPage(column: Column, index: number, model: SiteModel): SitePage {
  const { table, profile } = model;
  const deviations = deviationsIn(table, profile.name, [index]);
  const byMeaning = Map.groupBy(deviations, ({ meaning }) => meaning);
  return {
    address: addresses.client(column.id),
    title: column.id,
    content: (to) => [
      facts(column, model, to),
      h('h2', {}, 'What to fix first'),
      deviations.length === 0 && h('p', {}, 'Nothing that was run deviates from the rules.'),
      meaningNames.map((meaning) => {
        const own = byMeaning.get(meaning) ?? [];
        return own.length > 0 && [h('h3', { id: meaning }, meanings[meaning]), ownDeviations(own, to)];
      }),
      h('h2', {}, 'By suite'),
      suiteList(index, model, to),
    ],
    data: {
      id: column.id,
      version: column.version,
      runtime: column.runtime,
      transport: column.transport,
      capabilities: column.capabilities,
      notes: column.notes ?? [],
      profile: profile.name,
      deviations: deviations.map(({ meaning, verdict, clause, expected, requirements, count, known, example }) => ({
        meaning,
        verdict,
        clause,
        expected,
        requirements,
        count,
        known,
        example: example.scenario,
      })),
      scenarios: Object.fromEntries(
        rowsOf(index, [...table.scenarios.values()], model).map(({ scenario, verdict, text }) => [
          scenario.id,
          { verdict, text },
        ]),
      ),
    },
  };
}
