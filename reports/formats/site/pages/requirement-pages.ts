import { h, type ComponentChildren } from 'preact';
import type { Requirement } from '../../../../suites/vocabulary/requirement.ts';
import type { Verdict } from '../../../../suites/vocabulary/verdict.ts';
import { counted } from '../../../../suites/wording/counted.ts';
import { describeRuling } from '../../../../suites/wording/ruling.ts';
import { placeLink } from '../../html/place-link.ts';
import { addresses, type LinkTo } from '../address.ts';
import { folded, symbol, tableOf } from '../parts.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';
import { type Standing, standings, type StatementTest } from '../statement-tests.ts';

/** How often a client met and missed it. */
function often({ verdict, met, missed, otherwise }: Standing): ComponentChildren {
  const parts = [
    ...(missed > 0 ? [`missed in ${missed}`] : []),
    ...(met > 0 ? [`met in ${met}`] : []),
    ...(otherwise > 0 ? [`another way, which is permitted, in ${otherwise}`] : []),
  ];
  return [symbol(verdict), ' ', parts.join(', ') || 'nothing to judge'];
}

function clientRows(tests: readonly StatementTest[], { table }: SiteModel, to: LinkTo): ComponentChildren {
  const rows = standings(tests, table.data.columns.length).map((standing) => {
    const id = table.data.columns[standing.column]?.id ?? '';
    return [h('a', { href: to(addresses.client(id)) }, id), often(standing)];
  });
  return rows.length > 0 && [h('h2', {}, 'Who meets it'), tableOf(['Client', 'In tests of this statement'], rows)];
}

const missing: readonly (Verdict | undefined)[] = ['fail', 'warn'];

function testItem({ scenario, check, ruling, verdicts }: StatementTest, { table }: SiteModel, to: LinkTo): ComponentChildren {
  const missedBy = verdicts.flatMap((verdict, column) =>
    missing.includes(verdict) ? (table.data.columns[column]?.id ?? []) : [],
  );
  return h(
    'li',
    {},
    h('a', { href: to(addresses.scenario(scenario.id), check) }, scenario.title),
    `: ${describeRuling(ruling)}`,
    ruling.disputed !== undefined && ' (disputed)',
    missedBy.length > 0 && `; missed by ${missedBy.join(', ')}`,
  );
}

const FEW = 12;

function testList(tests: readonly StatementTest[], model: SiteModel, to: LinkTo): ComponentChildren {
  const list = (own: readonly StatementTest[]): ComponentChildren =>
    h(
      'ul',
      {},
      own.map((test) => testItem(test, model, to)),
    );
  if (tests.length <= FEW) return list(tests);
  const bySuite = Map.groupBy(tests, ({ scenario }) => scenario.id.split('/')[0]);
  return [...bySuite].map(([suite, own]) => folded(`${suite}: ${own.length}`, list(own)));
}

function requirementPage(id: string, requirement: Requirement, model: SiteModel): SitePage {
  const tests = model.tests.get(id) ?? [];
  const { statement, level, authority } = requirement;
  return {
    address: addresses.requirement(id),
    title: id,
    content: (to) => [
      h('p', {}, statement),
      h('p', { class: 'quiet' }, placeLink(requirement), ` · ${level} · of the authority ${authority}`),
      clientRows(tests, model, to),
      h('h2', {}, `What tests it: ${counted(tests.length, 'ruling')}`),
      tests.length === 0 ? h('p', {}, 'No scenario of this run.') : testList(tests, model, to),
    ],
    data: {
      id,
      ...requirement,
      tests: tests.map(({ scenario, check, ruling, verdicts }) => ({
        check: `${scenario.id}#${check}`,
        ruling,
        clients: Object.fromEntries(model.table.data.columns.map((column, index) => [column.id, verdicts[index] ?? null])),
      })),
    },
  };
}

/** All requirements, and a page for each: what it says, what tests it, and who meets it. */
export function* requirementPages(model: SiteModel): Generator<SitePage> {
  const all = Object.entries(model.results.requirements);
  yield {
    address: addresses.requirements,
    title: 'Requirements',
    content: (to) => [
      h(
        'p',
        {},
        'Every statement that a rule rests on. The ',
        h('a', { href: to(addresses.specification) }, 'specification'),
        ' has them with their text, document by document.',
      ),
      h(
        'ul',
        {},
        all.map(([id]) =>
          h(
            'li',
            {},
            h('a', { href: to(addresses.requirement(id)) }, id),
            ` ${counted(model.tests.get(id)?.length ?? 0, 'ruling')}`,
          ),
        ),
      ),
    ],
    data: all.map(([id, requirement]) => ({ id, address: addresses.requirement(id), ...requirement })),
  };
  for (const [id, requirement] of all) yield requirementPage(id, requirement, model);
}
