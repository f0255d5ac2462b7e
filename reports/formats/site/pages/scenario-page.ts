import { h, type ComponentChildren } from 'preact';
import { type Check, checkId, type Ruling } from '../../../../suites/vocabulary/check.ts';
import type { CheckResult } from '../../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../../suites/vocabulary/scenario.ts';
import { describeFact } from '../../../../suites/wording/fact.ts';
import { describeRuling } from '../../../../suites/wording/ruling.ts';
import { callItems, routeItems } from '../../../../suites/wording/traffic.ts';
import { placeLink } from '../../html/place-link.ts';
import type { CheckData, ScenarioData } from '../../html/data/table-data.ts';
import { addresses, type LinkTo } from '../address.ts';
import { inRow, outline, symbol, tableOf } from '../parts.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';

function rulingItem({ requirement: id, ...ruling }: Ruling, { results }: SiteModel, to: LinkTo): ComponentChildren {
  const requirement = results.requirements[id];
  return [
    h('p', { class: 'ruling' }, describeRuling(ruling), ' ', h('span', { class: 'quiet' }, `according to ${ruling.authority}`)),
    h(
      'blockquote',
      { class: 'citation' },
      requirement && h('p', {}, requirement.statement),
      h(
        'p',
        { class: 'quiet' },
        h('a', { href: to(addresses.requirement(id)) }, id),
        requirement && [': ', placeLink(requirement), ` (${requirement.level})`],
      ),
      ruling.disputed !== undefined && h('p', {}, h('strong', {}, 'Disputed: '), ruling.disputed),
    ),
  ];
}

function decisionNote({ table, profile }: SiteModel, check: CheckData): string {
  const decision = table.decision(check, profile.name);
  if (decision.by === 'no authority') return `Under ${profile.title}, no authority rules on this check.`;
  if (decision.by === 'the profile') {
    return `${profile.title} ${decision.rulings.length > 0 ? 'overrules' : 'ignores'} this check: ${decision.reason}`;
  }
  return `Under ${profile.title}, ${decision.by} decides.`;
}

function others({ verdicts }: CheckResult, own: string): string {
  const different = Object.entries(verdicts).filter(([name, verdict]) => name !== own && verdict !== verdicts[own]);
  return different.length === 0 ? '' : ` (${different.map(([name, verdict]) => `${verdict} under ${name}`).join(', ')})`;
}

const namesOf = (columns: readonly number[], { table }: SiteModel): string =>
  columns.map((column) => table.data.columns[column]?.id).join(', ');

const findings = (check: CheckData, model: SiteModel): ComponentChildren =>
  h(
    'ul',
    { class: 'findings' },
    model.table
      .resultsOf(check)
      .map(({ result, columns }) =>
        h(
          'li',
          {},
          symbol(result.verdicts[model.profile.name] ?? 'n/a'),
          ' ',
          h('span', { class: 'value' }, 'value' in result.finding ? result.finding.value : result.finding.because),
          others(result, model.profile.name),
          result.known !== undefined && ' (known)',
          ': ',
          namesOf(columns, model),
        ),
      ),
  );

const checkSection = (check: Check, data: CheckData, model: SiteModel, to: LinkTo): ComponentChildren =>
  h(
    'section',
    { class: 'check', id: data.name },
    h('h3', {}, h('a', { href: `#${encodeURIComponent(data.name)}` }, h('code', {}, `#${data.name}`))),
    h('p', {}, `Looks at: ${describeFact(check.fact)}.`, data.given !== undefined && ` Checked only if ${data.given}.`),
    check.rulings.map((ruling) => rulingItem(ruling, model, to)),
    h('p', { class: 'quiet' }, decisionNote(model, data)),
    findings(data, model),
  );

function sideBySide(data: ScenarioData, { table, profile }: SiteModel, to: LinkTo): ComponentChildren {
  const rows = table.data.columns.flatMap(({ id, version }, column) => {
    if (!table.hasCell(data, column)) return [];
    const { verdict, text } = table.view(data, column, profile.name);
    const client = [h('a', { href: to(addresses.client(id)) }, id), ' ', h('span', { class: 'quiet' }, version)];
    return [[client, [symbol(verdict), ' ', text]]];
  });
  return rows.length > 0 && [h('h2', {}, 'What each client did'), tableOf(['Client', `Under ${profile.title}`], rows)];
}

function dataOf(scenario: Scenario, data: ScenarioData, { table }: SiteModel): unknown {
  const { checks, ...rest } = scenario;
  return {
    ...rest,
    needs: data.needs,
    checks: checks.map((check, index) => {
      const own = data.checks[index];
      const results = own === undefined ? [] : table.resultsOf(own);
      return {
        id: checkId(scenario.id, check),
        ...check,
        results: results.map(({ result, columns }) => ({
          ...result,
          clients: columns.map((column) => table.data.columns[column]?.id),
        })),
      };
    }),
  };
}

/** One scenario: what is sent and answered, what each authority expects, and what all clients did. */
export function scenarioPage(
  scenario: Scenario,
  suite: { readonly id: string; readonly title: string },
  model: SiteModel,
): SitePage {
  const data = model.table.scenarios.get(scenario.id) ?? { id: scenario.id, title: scenario.title, needs: [], checks: [] };
  return {
    address: addresses.scenario(scenario.id),
    title: scenario.title,
    content: (to) => [
      h(
        'p',
        { class: 'quiet' },
        h('a', { href: to(addresses.suite(suite.id)) }, suite.title),
        ' · ',
        h('code', {}, scenario.id),
        data.needs.length > 0 && [
          ' · needs ',
          inRow(data.needs.map((name) => h('a', { href: to(addresses.capabilities, name) }, name))),
        ],
      ),
      h('h2', {}, 'What the caller asks for'),
      outline(callItems(scenario)),
      h('h2', {}, 'What the servers answer'),
      outline([...routeItems(scenario), { text: 'Anywhere else: 404' }]),
      sideBySide(data, model, to),
      h('h2', {}, 'Checks'),
      scenario.checks.map((check, index) => {
        const own = data.checks[index];
        return own && checkSection(check, own, model, to);
      }),
    ],
    data: dataOf(scenario, data, model),
  };
}
