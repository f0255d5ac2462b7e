import { h } from 'preact';
import type { Verdict } from '../../../../suites/vocabulary/verdict.ts';
import { counted } from '../../../../suites/wording/counted.ts';
import { countList } from '../../html/counts.ts';
import { type ScenarioData, type SuiteData, verdictOrder } from '../../html/data/table-data.ts';
import { addresses } from '../address.ts';
import { tableOf } from '../parts.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';

/** How many clients have each verdict in a scenario. */
function verdictCounts(scenario: ScenarioData, { table, profile }: SiteModel): readonly number[] {
  const its: readonly Verdict[] = table.data.columns.flatMap((_, column) =>
    table.hasCell(scenario, column) ? table.view(scenario, column, profile.name).verdict : [],
  );
  return verdictOrder.map((verdict) => its.filter((each) => each === verdict).length);
}

function suitePage({ id, title, scenarios }: SuiteData, model: SiteModel): SitePage {
  const rows = scenarios.map((scenario) => ({ scenario, counts: verdictCounts(scenario, model) }));
  const hasRun = model.results.columns.length > 0;
  return {
    address: addresses.suite(id),
    title,
    content: (to) => [
      h('p', { class: 'quiet' }, h('code', {}, id), ` · ${counted(scenarios.length, 'scenario')}`),
      tableOf(
        ['Scenario', 'Id', ...(hasRun ? [`Clients under ${model.profile.title}`] : [])],
        rows.map(({ scenario, counts }) => [
          h('a', { href: to(addresses.scenario(scenario.id)) }, scenario.title),
          h('code', {}, scenario.id),
          ...(hasRun ? [countList(counts)] : []),
        ]),
      ),
    ],
    data: {
      id,
      title,
      scenarios: rows.map(({ scenario, counts }) => ({
        id: scenario.id,
        title: scenario.title,
        address: addresses.scenario(scenario.id),
        ...(hasRun && { verdicts: Object.fromEntries(verdictOrder.map((verdict, index) => [verdict, counts[index]])) }),
      })),
    },
  };
}

/** The catalogue: all suites, and a page for each with its scenarios. */
export function* suitePages(model: SiteModel): Generator<SitePage> {
  const { suites } = model.table.data;
  const total = suites.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  yield {
    address: addresses.scenarios,
    title: 'Scenarios',
    content: (to) => [
      h('p', {}, `${counted(total, 'scenario')} in ${counted(suites.length, 'suite')}.`),
      tableOf(
        ['Suite', 'Id', 'Scenarios'],
        suites.map(({ id, title, scenarios }) => [
          h('a', { href: to(addresses.suite(id)) }, title),
          h('code', {}, id),
          scenarios.length,
        ]),
      ),
    ],
    data: suites.map(({ id, title, scenarios }) => ({ id, title, address: addresses.suite(id), scenarios: scenarios.length })),
  };
  for (const suite of suites) yield suitePage(suite, model);
}
