import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suites } from '../suites/index.ts';
import { profiles } from '../suites/profiles/index.ts';
import { requirements } from '../suites/requirements/index.ts';
import { checkId, type Check, type Level } from '../suites/vocabulary/check.ts';
import { originOf, origins, type OriginName, type Place } from '../suites/vocabulary/origin.ts';
import type { Requirement, RequirementLevel } from '../suites/vocabulary/requirement.ts';
import type { Answer, Case, Route } from '../suites/vocabulary/scenario.ts';
import { concrete } from './concrete.ts';

const root = join(import.meta.dirname, '..');

interface Import {
  readonly from: string;
  /** A file of the house, relative to its root, or the name of a package. */
  readonly of: string;
}

const files = globSync(['*.ts', '{suites,harness,reports}/**/*.ts'], { cwd: root }).map((file) => file.replaceAll('\\', '/'));

const imports: readonly Import[] = files.flatMap((from) =>
  [
    ...readFileSync(join(root, from), 'utf8').matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|\bimport\(?\s*'([^']+)'/gms),
  ].map(([, named, bare]): Import => {
    const specifier = named ?? bare ?? '';
    return { from, of: specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier };
  }),
);

const isTest = (file: string): boolean => file.endsWith('.test.ts');
const isPackage = (name: string): boolean => !/^(suites|harness|reports)\/|^vitest\.config\.ts$/.test(name);
const within =
  (...folders: readonly string[]) =>
  (file: string): boolean =>
    folders.some((folder) => file.startsWith(folder));

describe('imports keep to the rules of the house:', () => {
  test('there are imports to look at', () => {
    expect(imports).toContainEqual({ from: 'vitest.config.ts', of: 'reports/reporter.ts' });
    expect(imports).toContainEqual({ from: 'harness/cli.ts', of: 'vitest.config.ts' });
  });

  test.for<[title: string, where: (file: string) => boolean, allowed: (of: string) => boolean]>([
    ['the vocabulary imports nothing but itself', within('suites/vocabulary/'), within('suites/vocabulary/')],
    ['the suites import nothing but suites', within('suites/'), within('suites/')],
    [
      'the harness imports harness, suites and packages',
      (file) => within('harness/')(file) && !/^harness\/(cli|bench)\.ts$/.test(file),
      (of) => within('harness/', 'suites/')(of) || isPackage(of),
    ],
    [
      'the reports import reports, the vocabulary and packages',
      within('reports/'),
      (of) => within('reports/', 'suites/vocabulary/')(of) || isPackage(of),
    ],
  ])('%s', ([, where, allowed]) => {
    const astray = imports.filter(({ from, of }) => where(from) && !allowed(of) && !(isTest(from) && isPackage(of)));
    expect(astray).toEqual([]);
  });

  test('only the command line and its benchmark know the configuration that knows the whole house', () => {
    const users = imports.filter(({ of }) => of === 'vitest.config.ts').map(({ from }) => from);
    expect(users.filter((from) => !/^harness\/(cli|bench)\.ts$/.test(from))).toEqual([]);
  });
});

const scenarios = suites.flatMap((suite) => suite.scenarios);
const checks = scenarios.flatMap((scenario) =>
  scenario.checks.map((check) => ({ scenario, check, id: checkId(scenario.id, check) })),
);
const rulings = checks.flatMap(({ id, check }) => check.rulings.map((ruling) => ({ id, ...ruling })));
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

  // Ids are for ever: a line may be added to this file (vitest -u), and none may change or go.
  test('keeps its id', async () => {
    await expect(
      `${scenarios
        .map(({ id }) => id)
        .toSorted()
        .join('\n')}\n`,
    ).toMatchFileSnapshot('fixtures/scenario-ids.txt');
  });

  test('makes a call to a place that it serves', () => {
    const lost = scenarios.filter(
      ({ calls, routes }) =>
        calls.length === 0 || !calls.every(({ url }) => (url.replace(/#.*/, '') as Place) in routes || url in routes),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('answers in what HTTP/2 can say, where HTTP/2 is offered', () => {
    const answersOf = (route: Route): readonly Answer[] =>
      Array.isArray(route) ? route.map(({ answer }: Case) => answer) : [route as Answer];
    const ofHttp1 = (answer: Answer): boolean =>
      'raw' in answer ||
      answer.reason !== undefined ||
      (answer.headers ?? []).some(([name]) => /^(connection|keep-alive|proxy-connection|transfer-encoding|upgrade)$/i.test(name));
    const astray = scenarios.flatMap(({ id, routes }) =>
      Object.entries(routes)
        .filter(([place, route]) => 'alpn' in origins[originOf(place as Place)] && answersOf(route).some(ofHttp1))
        .map(([place]) => `${id}: ${place}`),
    );
    expect(astray).toEqual([]);
  });

  test('judges once, and not twice for a call, whether the client followed', () => {
    const judging = ({ fact }: Check): readonly number[] =>
      fact.kind === 'followed' || fact.kind === 'outcome' || fact.kind === 'next' ? [fact.call ?? 1] : [];
    // What is given something else is looked at once that is settled.
    const isFirm = ({ given }: Check): boolean => given === undefined;
    const astray = scenarios.filter(({ checks: own }) => {
      const calls = own.filter(isFirm).flatMap(judging);
      return own.flatMap(judging).length === 0 || new Set(calls).size < calls.length;
    });
    expect(astray.map(({ id }) => id)).toEqual([]);
  });

  test('makes sure that each of its calls settles', () => {
    const missing = scenarios.flatMap(({ id, calls, checks: own }) =>
      calls.flatMap((_, index) =>
        own.some(({ fact }) => fact.kind === 'settled' && (fact.call ?? 1) === index + 1) ? [] : [`${id}, call ${index + 1}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

test('the README counts scenarios and checks as they are, and has a row for each suite', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readme).toContain(`${scenarios.length} scenarios, ${checks.length} checks.`);
  expect(suites.filter(({ id }) => !readme.includes(`\n| ${id} `)).map(({ id }) => id)).toEqual([]);
});

test('no page has a heading twice', () => {
  const headings = globSync('docs/*.md', { cwd: root }).flatMap((page) =>
    readFileSync(join(root, page), 'utf8')
      .split('\n')
      .filter((line) => /^#+ /.test(line))
      .map((line) => `${page}: ${line}`),
  );
  expect(repeated(headings)).toEqual([]);
});

describe('every check', () => {
  test('has an id of its own', () => {
    expect(repeated(checks.map(({ id }) => id))).toEqual([]);
  });

  test('looks at origins that exist and listen', () => {
    const placesOf = ({ fact, given }: Check): readonly (Place | OriginName)[] =>
      [fact, ...(given ? [given.fact] : [])].flatMap((each) =>
        [
          'at' in each ? each.at : undefined,
          'to' in each ? each.to : undefined,
          'from' in each ? each.from : undefined,
          'after' in each ? each.after : undefined,
        ].filter((place) => place !== undefined),
      );
    const astray = checks.flatMap(({ id, scenario, check }) =>
      placesOf(check)
        .map((place) => (place.startsWith('{') ? originOf(place as Place) : (place as OriginName)))
        .filter((origin) => !(origin in origins) || !concrete(scenario).origins.includes(origin))
        .map((origin) => `${id}: ${origin}`),
    );
    expect(astray).toEqual([]);
  });

  test('depends on calls that its scenario makes', () => {
    const astray = checks.filter(({ scenario, check: { fact, given } }) =>
      [fact, ...(given ? [given.fact] : [])].some((each) => 'call' in each && (each.call ?? 1) > scenario.calls.length),
    );
    expect(astray.map(({ id }) => id)).toEqual([]);
  });
});

const honest: Readonly<Record<Level, readonly RequirementLevel[]>> = {
  must: ['MUST', 'MUST NOT', 'definition'],
  should: ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'definition', 'practice'],
  may: ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY', 'definition', 'practice'],
};

describe('every ruling', () => {
  test('rests on a requirement that exists, and speaks with its authority', () => {
    const astray = rulings.filter(({ requirement, authority }) => requirementOf(requirement)?.authority !== authority);
    expect(astray).toEqual([]);
  });

  test('is no stronger than the words it rests on', () => {
    const astray = rulings.filter(({ level, requirement }) => {
      const words = requirementOf(requirement)?.level;
      return !words || !honest[level].includes(words);
    });
    expect(astray.map(({ id, level, requirement }) => `${id}: ${level} by ${requirement}`)).toEqual([]);
  });

  test('by convention is never a must', () => {
    expect(rulings.filter(({ authority, level }) => authority === 'convention' && level === 'must')).toEqual([]);
  });

  test('leaves room for some finding', () => {
    const empty = rulings.filter(({ expect: wanted }) => 'oneOf' in wanted && wanted.oneOf.length === 0);
    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  test('speaks for an authority that some profile asks', () => {
    const asked = new Set(profiles.flatMap(({ authorities }) => authorities));
    expect(rulings.filter(({ authority }) => !asked.has(authority))).toEqual([]);
  });
});
