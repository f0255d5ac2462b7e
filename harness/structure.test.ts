import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

// The structure of the project: which room imports which, and that a name means one thing.

const root = join(import.meta.dirname, '..');

const files = globSync(['*.ts', '{suites,harness,reports}/**/*.ts'], { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Import {
  readonly from: string;
  /** A file of the project, relative to its root, or the name of a package. */
  readonly of: string;
}

const imports: readonly Import[] = files.flatMap((from) =>
  [...textOf(from).matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'/gms)].map(
    ([, named, bare, dynamic]): Import => {
      const specifier = named ?? bare ?? dynamic ?? '';
      return { from, of: specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier };
    },
  ),
);

/** A room is a folder of `suites` or `harness`, or the whole of `reports`. Each suite is a room of its own. */
function roomOf(file: string): string {
  if (file.startsWith('reports/')) return 'reports';
  const [top = '', room, rest] = file.split('/');
  return rest === undefined || room === undefined ? top : `${top}/${room}`;
}

const isTest = (file: string): boolean => file.endsWith('.test.ts');
const isOfProject = (file: string): boolean => /^(suites|harness|reports)\//.test(file);

/** The rooms that the production code of a room imports. */
const arrows = Map.groupBy(
  imports.filter(({ from, of }) => !isTest(from) && isOfProject(of) && roomOf(from) !== roomOf(of)),
  ({ from }) => roomOf(from),
);
const importedBy = (room: string): readonly string[] =>
  [...new Set((arrows.get(room) ?? []).map(({ of }) => roomOf(of)))].toSorted();

/** Rooms of `suites` that every suite may use. */
const shared = [
  'suites/builders',
  'suites/coverage',
  'suites/requirements',
  'suites/rulings',
  'suites/vocabulary',
  'suites/wording',
];

/** What each room may import beside the vocabulary. A suite may import the shared rooms. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'suites/vocabulary': [],
  'suites/judging': [],
  'suites/wording': ['suites/judging'],
  'suites/requirements': [],
  'suites/profiles': [],
  'suites/rulings': ['suites/requirements'],
  'suites/builders': ['suites/coverage', 'suites/rulings'],
  'suites/coverage': ['suites/requirements', 'suites/wording'],
  reports: ['harness/concrete', 'suites/judging', 'suites/wording'],
  harness: [],
  'harness/adapter': [],
  'harness/browser': ['harness/adapter', 'harness/network'],
  'harness/clients': ['harness', 'harness/adapter', 'harness/browser', 'harness/policy'],
  'harness/concrete': [],
  'harness/network': ['harness', 'harness/concrete'],
  'harness/nginx': ['harness', 'harness/concrete', 'harness/network'],
  'harness/drivers': ['harness', 'harness/adapter', 'harness/concrete', 'harness/network'],
  'harness/facts': ['harness/concrete', 'harness/network', 'suites/judging'],
  'harness/run': [
    'harness',
    'harness/concrete',
    'harness/drivers',
    'harness/facts',
    'harness/network',
    'harness/nginx',
    'suites',
    'suites/builders',
    'suites/judging',
  ],
  'harness/doctor': ['harness', 'harness/drivers', 'harness/run'],
  'harness/policy': ['harness', 'harness/adapter'],
  'harness/reference': ['harness/adapter', 'harness/clients', 'harness/drivers', 'harness/policy'],
  'harness/mutants': [
    'harness/adapter',
    'harness/drivers',
    'harness/network',
    'harness/policy',
    'harness/reference',
    'harness/run',
    'suites',
    'suites/judging',
    'suites/profiles',
  ],
};

describe('imports follow the rules of CONTRIBUTING.md:', () => {
  test('there are imports to check', () => {
    expect(imports).toContainEqual({ from: 'vitest.config.ts', of: 'harness/cli/plan-run.ts' });
    expect(imports).toContainEqual({ from: 'harness/cli/command-line.ts', of: 'commander' });
  });

  test.for(Object.keys(allowed))('%s', (room) => {
    expect(importedBy(room).filter((each) => ![...allowed[room]!, 'suites/vocabulary'].includes(each))).toEqual([]);
  });

  test('a suite imports only shared rooms, never another suite', () => {
    const isSuite = (room: string): boolean => room.startsWith('suites/') && !(room in allowed);
    const suites = [...new Set(files.map(roomOf))].filter(isSuite);
    expect(suites.length).toBeGreaterThan(20);
    const astray = suites.flatMap((room) =>
      importedBy(room)
        .filter((each) => !shared.includes(each))
        .map((each) => `${room} -> ${each}`),
    );
    expect(astray).toEqual([]);
  });

  test('the vocabulary needs no package but zod', () => {
    const packages = imports.filter(({ from, of }) => roomOf(from) === 'suites/vocabulary' && !isTest(from) && !isOfProject(of));
    expect([...new Set(packages.map(({ of }) => of))]).toEqual(['zod']);
  });

  test('nothing imports the configuration of vitest', () => {
    expect(imports.filter(({ of }) => of === 'vitest.config.ts')).toEqual([]);
  });

  test('rooms form no circle', () => {
    const isReachable = (from: string, to: string, seen: Set<string> = new Set()): boolean =>
      importedBy(from).some((next) => next === to || (!seen.has(next) && isReachable(next, to, seen.add(next))));
    expect(Object.keys(allowed).filter((room) => isReachable(room, room))).toEqual([]);
  });
});

test('no two exported things have the same name', () => {
  const exported = files
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/^export (?:async |abstract )*(?:const|function|class|interface|type) (\w+)/gm)].map(
        ([, name = '']) => ({ name, file }),
      ),
    );
  // A schema, a type and a function may belong together in one file: `Call` and `isCall` differ anyway.
  const places = Map.groupBy(exported, ({ name }) => name);
  const repeated = [...places].flatMap(([name, all]) => {
    const where = [...new Set(all.map(({ file }) => file))];
    return where.length > 1 ? [`${name}: ${where.join(', ')}`] : [];
  });
  expect(repeated).toEqual([]);
});

test('no page has the same heading twice', () => {
  const repeated = globSync(['*.md', 'docs/*.md'], { cwd: root }).flatMap((page) => {
    const headings = textOf(page)
      .split('\n')
      .filter((line) => /^#+ /.test(line));
    return headings.filter((each, index) => headings.indexOf(each) !== index).map((heading) => `${page}: ${heading}`);
  });
  expect(repeated).toEqual([]);
});
