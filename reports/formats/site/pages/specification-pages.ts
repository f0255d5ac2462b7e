import { h, type ComponentChildren } from 'preact';
import type { Requirement } from '../../../../suites/vocabulary/requirement.ts';
import { worst } from '../../../../suites/judging/judge.ts';
import { placeLink } from '../../html/place-link.ts';
import { addresses, type LinkTo } from '../address.ts';
import { inRow, symbol, tableOf } from '../parts.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';
import { type Standing, standings, type StatementTest } from '../statement-tests.ts';

interface Statement {
  readonly id: string;
  readonly requirement: Requirement;
  readonly tests: readonly StatementTest[];
}

/** A document with its statements, in its order. */
interface SpecificationDocument {
  /** As in the ids of its statements: `rfc9110`. */
  readonly name: string;
  readonly source: string;
  readonly statements: readonly Statement[];
}

function documentsOf({ results, tests }: SiteModel): readonly SpecificationDocument[] {
  const all = Object.entries(results.requirements).map(([id, requirement]): Statement => ({
    id,
    requirement,
    tests: tests.get(id) ?? [],
  }));
  const byName = Map.groupBy(all, ({ id }) => id.split('/')[0] ?? id);
  return [...byName].map(([name, statements]) => ({ name, source: statements[0]?.requirement.source ?? name, statements }));
}

const MOST_SCENARIOS = 4;

function scenarioLinks({ id, tests }: Statement, to: LinkTo): ComponentChildren {
  const byScenario = [...Map.groupBy(tests, ({ scenario }) => scenario.id).values()].flatMap(([first]) => first ?? []);
  if (byScenario.length === 0) return h('p', { class: 'quiet' }, 'No scenario of this run tests it.');
  const shown = byScenario
    .slice(0, MOST_SCENARIOS)
    .map(({ scenario, check }) => h('a', { href: to(addresses.scenario(scenario.id), check) }, scenario.id));
  const more = byScenario.length - shown.length;
  return h(
    'p',
    { class: 'who' },
    'Tested by ',
    inRow(shown),
    more > 0 && [' and ', h('a', { href: to(addresses.requirement(id)) }, `${more} more`)],
  );
}

const names = (all: readonly Standing[], { table }: SiteModel, to: LinkTo): ComponentChildren =>
  inRow(
    all.map(({ column }) => {
      const id = table.data.columns[column]?.id ?? '';
      return h('a', { href: to(addresses.client(id)) }, id);
    }),
  );

/** Who meets a statement, and who misses it. */
function clientLines({ tests }: Statement, model: SiteModel, to: LinkTo): ComponentChildren {
  const all = standings(tests, model.table.data.columns.length);
  const missing = all.filter(({ missed }) => missed > 0);
  const meeting = all.filter(({ missed, met }) => missed === 0 && met > 0);
  return (
    all.length > 0 && [
      meeting.length > 0 && h('p', { class: 'who' }, symbol('pass'), ` met by ${meeting.length}: `, names(meeting, model, to)),
      missing.length > 0 &&
        h(
          'p',
          { class: 'who' },
          symbol(worst(missing.map(({ verdict }) => verdict))),
          ` missed by ${missing.length}: `,
          names(missing, model, to),
        ),
    ]
  );
}

const statementItem = (statement: Statement, model: SiteModel, to: LinkTo): ComponentChildren => [
  h(
    'p',
    {},
    statement.requirement.statement,
    ` (${statement.requirement.level}) `,
    h('a', { href: to(addresses.requirement(statement.id)) }, statement.id),
  ),
  scenarioLinks(statement, to),
  clientLines(statement, model, to),
];

/** The part of a document that a section belongs to: an algorithm for its steps, a chapter for its sections. */
const chapterOf = (section: string): string => /^\d+/.exec(section)?.[0] ?? section.replace(/, .*/s, '');

/** An id of HTML has no spaces. */
const anchorOf = (chapter: string): string => `part-${chapter.replaceAll(/\s+/g, '-')}`;

const sectionOf = (statements: readonly Statement[], model: SiteModel, to: LinkTo): ComponentChildren => {
  const [first] = statements;
  return (
    first &&
    h(
      'section',
      { class: 'check' },
      h('h3', {}, placeLink(first.requirement)),
      statements.map((each) => statementItem(each, model, to)),
    )
  );
};

/** A document section by section: each statement with the scenarios that test it, and who meets it. */
function documentPage({ name, source, statements }: SpecificationDocument, model: SiteModel): SitePage {
  const chapters = [...Map.groupBy(statements, ({ requirement }) => chapterOf(requirement.section))];
  const headOf = (chapter: string): string => (/^\d/.test(chapter) ? `Section ${chapter}` : chapter);
  return {
    address: addresses.document(name),
    title: source,
    content: (to) => [
      h('p', { class: 'quiet' }, 'The statements are in our own words; the links lead to the text.'),
      h(
        'p',
        {},
        inRow(chapters.map(([chapter]) => h('a', { href: `#${encodeURIComponent(anchorOf(chapter))}` }, headOf(chapter)))),
      ),
      chapters.map(([chapter, own]) => [
        h('h2', { id: anchorOf(chapter) }, headOf(chapter)),
        [...Map.groupBy(own, ({ requirement }) => requirement.section).values()].map((each) => sectionOf(each, model, to)),
      ]),
    ],
    data: {
      name,
      source,
      statements: statements.map(({ id, requirement, tests }) => ({
        id,
        ...requirement,
        scenarios: [...new Set(tests.map(({ scenario }) => scenario.id))],
        clients: Object.fromEntries(
          standings(tests, model.table.data.columns.length).map(({ column, verdict, met, missed, otherwise }) => [
            model.table.data.columns[column]?.id,
            { verdict, met, missed, otherwise },
          ]),
        ),
      })),
    },
  };
}

function untestedList({ untested }: SiteModel): ComponentChildren {
  if (untested.length === 0) return null;
  return [
    h('h2', {}, 'What no scenario tests'),
    [...Map.groupBy(untested, ({ topic }) => topic)].map(([topic, own]) => [
      h('h3', {}, topic),
      h(
        'ul',
        {},
        own.map(({ id, why }) => h('li', {}, h('code', {}, id), `: ${why}`)),
      ),
    ]),
  ];
}

/** The annotated specification: its documents, and what of them is not tested. */
export function* specificationPages(model: SiteModel): Generator<SitePage> {
  const documents = documentsOf(model);
  yield {
    address: addresses.specification,
    title: 'The annotated specification',
    content: (to) => [
      h('p', {}, 'Each document statement by statement: which scenarios test it, and which clients meet it.'),
      tableOf(
        ['Document', 'Statements', 'Tested in this run'],
        documents.map(({ name, source, statements }) => [
          h('a', { href: to(addresses.document(name)) }, source),
          statements.length,
          statements.filter(({ tests }) => tests.length > 0).length,
        ]),
      ),
      untestedList(model),
    ],
    data: {
      documents: documents.map(({ name, source, statements }) => ({
        name,
        source,
        address: addresses.document(name),
        statements: statements.map(({ id }) => id),
      })),
      untested: model.untested,
    },
  };
  for (const each of documents) yield documentPage(each, model);
}
