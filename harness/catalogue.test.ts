import { describe, expect, test } from 'vitest';
import { suites } from '../suites/index.ts';
import { profiles } from '../suites/profiles/index.ts';
import { requirements } from '../suites/requirements/index.ts';
import { type Answer, casesOf } from '../suites/vocabulary/answer.ts';
import { callsMade } from '../suites/vocabulary/call.ts';
import { firstCalls } from '../suites/builders/scenario.ts';
import { type Check, checkId, type Ruling, wordsFor } from '../suites/vocabulary/check.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import { originNamed, originOf, origins, pathOf, type Place } from '../suites/vocabulary/origin.ts';
import { type Fact, type FactKind, originsOfFact } from '../suites/vocabulary/fact.ts';
import type { Requirement } from '../suites/vocabulary/requirement.ts';
import { listedChecks } from './build/check-ids.ts';
import { originsOf } from './concrete/concrete-scenario.ts';

// What holds for every scenario, check and ruling of the catalogue.

const scenarios = suites.flatMap((suite) => suite.scenarios);
const checks = scenarios.flatMap((scenario) =>
  scenario.checks.map((check) => ({ scenario, check, id: checkId(scenario.id, check) })),
);
const rulings = checks.flatMap(({ id, check }) => check.rulings.map((ruling: Ruling) => ({ id, ...ruling })));
const requirementOf = (id: string): Requirement | undefined => (requirements as Readonly<Record<string, Requirement>>)[id];

const repeated = (all: readonly string[]): readonly string[] => all.filter((each, index) => all.indexOf(each) !== index);

describe('every scenario', () => {
  test('is plain JSON', () => {
    for (const scenario of scenarios) expect(JSON.parse(JSON.stringify(scenario))).toStrictEqual(scenario);
  });

  test('has an id of its own, made of its suite and a name', () => {
    expect(repeated(scenarios.map(({ id }) => id))).toEqual([]);
    for (const { id: suite, scenarios: members } of suites)
      for (const { id } of members) expect(id).toMatch(new RegExp(`^${suite}/[a-z0-9]+(-[a-z0-9]+)*$`));
  });

  test('makes calls, each to a place that it serves', () => {
    const isServed = ({ routes, edge }: Scenario, url: Place): boolean => {
      const place = edge?.at === originOf(url) ? `{${edge.origin}}${pathOf(url)}` : url;
      return place in routes || place.replace(/#.*/, '') in routes;
    };
    const astray = scenarios.filter(
      (scenario) => scenario.calls.length === 0 || !scenario.calls.every(({ url }) => isServed(scenario, url)),
    );
    expect(astray.map(({ id }) => id)).toEqual([]);
  });

  test('answers in what HTTP/2 can express, where HTTP/2 is offered', () => {
    const isOfHttp1 = (answer: Answer): boolean =>
      'raw' in answer ||
      answer.pieces !== undefined ||
      answer.reason !== undefined ||
      (answer.headers ?? []).some(([name]) => /^(connection|keep-alive|proxy-connection|transfer-encoding|upgrade)$/i.test(name));
    const astray = scenarios.flatMap(({ id, routes }) =>
      Object.entries(routes)
        .filter(([place]) => originNamed(originOf(place as Place)).alpn !== undefined)
        .filter(([, route]) => casesOf(route).some(({ answer }) => isOfHttp1(answer)))
        .map(([place]) => `${id}: ${place}`),
    );
    expect(astray).toEqual([]);
  });

  test('judges once for a call whether the client followed', () => {
    const judgedCalls = ({ fact }: Check): readonly number[] =>
      fact.kind === 'followed' || fact.kind === 'outcome' || fact.kind === 'next' ? [fact.call ?? 1] : [];
    // A check with `given` is looked at only once that is settled.
    const astray = scenarios.filter(({ checks: own }) => {
      const calls = own.filter(({ given }) => given === undefined).flatMap(judgedCalls);
      return own.flatMap(judgedCalls).length === 0 || new Set(calls).size < calls.length;
    });
    expect(astray.map(({ id }) => id)).toEqual([]);
  });

  test('checks that each of its calls settles', () => {
    const missing = scenarios.flatMap(({ id, calls, checks: own }) =>
      firstCalls(calls).flatMap((call) =>
        own.some(({ fact }) => fact.kind === 'settled' && (fact.call ?? 1) === call) ? [] : [`${id}, call ${call}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('every check', () => {
  test('has an id of its own', () => {
    expect(repeated(checks.map(({ id }) => id))).toEqual([]);
  });

  test('keeps its id', () => {
    const ids = new Set(checks.map(({ id }) => id));
    expect(
      listedChecks().filter((id) => !ids.has(id)),
      'ids are permanent',
    ).toEqual([]);
  });

  test('has its id in the list', () => {
    const listed = new Set(listedChecks());
    expect(
      checks.map(({ id }) => id).filter((id) => !listed.has(id)),
      'run `npm run ids`',
    ).toEqual([]);
  });

  test('looks at origins that exist and listen', () => {
    const astray = checks.flatMap(({ id, scenario, check: { fact, given } }) =>
      [fact, ...(given ? [given.fact] : [])]
        .flatMap(originsOfFact)
        .filter((origin) => !(origin in origins) || !originsOf(scenario).includes(origin))
        .map((origin) => `${id}: ${origin}`),
    );
    expect(astray).toEqual([]);
  });

  test('depends on calls that its scenario makes', () => {
    const astray = checks.filter(({ scenario, check: { fact, given } }) =>
      [fact, ...(given ? [given.fact] : [])].some(
        (each) => 'call' in each && (each.call ?? 1) > callsMade(scenario.calls).length,
      ),
    );
    expect(astray.map(({ id }) => id)).toEqual([]);
  });
});

/** What a value of a finding says, apart from the method, status, place or text that the scenario is about. */
const meaningOfValue: Readonly<Partial<Record<FactKind, (value: string) => string>>> = {
  request: (value) => value.replace(/^\S+, /, ''),
  followed: (value) => value.replace(/^returned .*/, 'returned'),
  outcome: (value) => value.replace(/^returned .*/, 'returned'),
  next: (value) => value.replace(/^returned .*/, 'returned').replace(/^\{.*/, 'a place'),
  field: (value) => (value === 'absent' || value === 'about:blank' ? value : 'a value'),
  'response-header': (value) => (value === 'absent' ? value : 'a value'),
  'final-url': () => 'a URL',
  'server-name': (value) => (value === 'none' ? value : 'a name'),
  history: (value) => (value === 'empty' ? value : 'redirects'),
  told: (value) => (value === 'none' ? value : 'redirects'),
};

function meaningOf({ kind }: Fact, { requirement, expect: wanted }: Ruling): string {
  const sayOf = meaningOfValue[kind] ?? ((value: string) => value);
  const say = (values: readonly string[]): string => values.map(sayOf).toSorted().join(' or ');
  if ('oneOf' in wanted) return `${requirement} on ${kind}: ${say(wanted.oneOf)}`;
  if ('noneOf' in wanted) return `${requirement} on ${kind}: not ${say(wanted.noneOf)}`;
  return `${requirement} on ${kind}: ${wanted.atLeast ?? ''} to ${wanted.atMost ?? ''}`;
}

const meant = checks.flatMap(({ id, check }) =>
  check.rulings.map((ruling: Ruling) => ({ id, level: ruling.level, meaning: meaningOf(check.fact, ruling) })),
);

describe('every ruling', () => {
  test('rests on a requirement that exists and has the same authority', () => {
    const astray = rulings.filter(({ requirement, authority }) => requirementOf(requirement)?.authority !== authority);
    expect(astray).toEqual([]);
  });

  test('is not stronger than the words that it rests on', () => {
    const astray = rulings.filter(({ level, requirement }) => {
      const words = requirementOf(requirement)?.level;
      return !words || !wordsFor[level].includes(words);
    });
    expect(astray.map(({ id, level, requirement }) => `${id}: ${level} by ${requirement}`)).toEqual([]);
  });

  test('by convention is never a must', () => {
    expect(rulings.filter(({ authority, level }) => authority === 'convention' && level === 'must')).toEqual([]);
  });

  // The same behaviour has one level: what a caller may rely on does not depend on the suite that asks.
  test('has the level of every other ruling with the same requirement and the same meaning', () => {
    const levelsOf = Map.groupBy(meant, ({ meaning }) => meaning);
    const astray = [...levelsOf].filter(([, all]) => new Set(all.map(({ level }) => level)).size > 1);
    const toText = ([meaning, all]: (typeof astray)[number]): string =>
      [...Map.groupBy(all, ({ level }) => level)]
        .map(([level, same]) => `${level} in ${same.length}, such as ${same[0]?.id}`)
        .join('; ')
        .replace(/^/, `${meaning}: `);
    expect(astray.map(toText)).toEqual([]);
  });

  test('accepts some finding', () => {
    const empty = rulings.filter(({ expect: wanted }) => 'oneOf' in wanted && wanted.oneOf.length === 0);
    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  test('belongs to an authority that some profile asks', () => {
    const asked = new Set<string>(profiles.flatMap(({ authorities }) => authorities));
    expect(rulings.filter(({ authority }) => !asked.has(authority))).toEqual([]);
  });
});
