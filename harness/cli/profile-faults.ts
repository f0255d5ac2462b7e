import picomatch from 'picomatch';
import { allScenarios } from '../../suites/index.ts';
import { PatternTable } from '../../suites/judging/pattern-table.ts';
import { satisfies } from '../../suites/judging/satisfies.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { type CheckId, checkId, type Expected, wordsFor } from '../../suites/vocabulary/check.ts';
import { type FactKind, facts, formsPattern, isCount, nameOfFact } from '../../suites/vocabulary/fact.ts';
import type { Profile, ProfileFile } from '../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import { nearest } from './nearest.ts';

/** Something that is wrong in a file, and where. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Overruling = NonNullable<ProfileFile['overrulings']>[string];
type WrittenRuling = Exclude<Overruling['rulings'], 'ignore'>[number];

const bundled: Readonly<Record<string, Requirement>> = requirements;

interface KnownCheck {
  readonly id: CheckId;
  readonly kind: FactKind;
  /** The requirements that its rulings rest on. */
  readonly cited: readonly string[];
}

const checks: readonly KnownCheck[] = allScenarios.flatMap((scenario) =>
  scenario.checks.map((check) => ({
    id: checkId(scenario.id, check),
    kind: check.fact.kind,
    cited: check.rulings.map(({ requirement }) => requirement),
  })),
);

const matching = (pattern: string): readonly KnownCheck[] => {
  const isMatch = picomatch(pattern);
  return checks.filter(({ id }) => id === pattern || isMatch(id));
};

/** The authorities of a file: its own, else those of the profile that it extends. */
export const authoritiesOf = ({ authorities, extends: base }: ProfileFile): Profile['authorities'] =>
  authorities ?? profiles.find(({ name }) => name === base)?.authorities ?? [];

function* headFaults({ name, extends: base, authorities }: ProfileFile): Iterable<Fault> {
  const names = profiles.map((profile) => profile.name);
  if (names.includes(name))
    yield { path: ['name'], message: `the name ${name} is taken by a bundled profile; give it another one` };
  if (base !== undefined && !names.includes(base))
    yield { path: ['extends'], message: `“${base}” is no bundled profile; possible are ${names.join(', ')}` };
  if (base === undefined && authorities === undefined)
    yield { path: ['authorities'], message: `missing; give a list, or extend a bundled profile: ${names.join(', ')}` };
  for (const [index, authority] of (authorities ?? []).entries())
    if (authorities?.indexOf(authority) !== index)
      yield { path: ['authorities', index], message: `${authority} is in the list twice` };
}

function* requirementFaults(file: ProfileFile): Iterable<Fault> {
  const order: readonly string[] = authoritiesOf(file);
  const replaced = new Map<string, Map<CheckId, string>>();
  for (const [id, { inPlaceOf = [], on }] of Object.entries(file.requirements ?? {})) {
    const path = ['requirements', id];
    if (!/^[^\s/]+\/\S+$/.test(id)) yield { path, message: 'an id is a document, a slash and a name: house/rule-1' };
    if (Object.hasOwn(bundled, id)) yield { path, message: 'the id is taken by a bundled requirement; give it another one' };
    for (const [index, pattern] of (on ?? []).entries())
      if (matching(pattern).length === 0)
        yield { path: [...path, 'on', index], message: `it matches no check: ${unmatched(pattern)}` };
    const places = on ? on.flatMap(matching) : checks;
    for (const [index, theirs] of inPlaceOf.entries()) {
      const at = [...path, 'inPlaceOf', index];
      const authority = bundled[theirs]?.authority;
      const before = replaced.get(theirs) ?? new Map<CheckId, string>();
      replaced.set(theirs, before);
      const clash = places.find((check) => check.cited.includes(theirs) && (before.get(check.id) ?? id) !== id);
      if (authority === undefined)
        yield { path: at, message: `no such requirement: ${theirs}; nearest are ${nearest(theirs, Object.keys(bundled))}` };
      else if (!order.includes(authority))
        yield {
          path: at,
          message: `${theirs} never decides, since ${authority} is not one of the authorities ${order.join(', ')}`,
        };
      else if (clash) yield { path: at, message: `${before.get(clash.id)} is in place of ${theirs} too, on ${clash.id}` };
      for (const check of places) before.set(check.id, id);
    }
  }
}

/** Why a pattern matches no check: which part of it is wrong, and what there is. */
function unmatched(pattern: string): string {
  const [scenarioPart = '', factPart] = pattern.split('#', 2);
  const isNamed = picomatch(scenarioPart);
  const named = allScenarios.filter(({ id }) => id === scenarioPart || isNamed(id));
  if (named.length === 0)
    return `no such scenario; nearest are ${nearest(
      scenarioPart,
      allScenarios.map(({ id }) => id),
    )}`;
  const names = [...new Set(named.flatMap((scenario) => scenario.checks.map(({ fact }) => nameOfFact(fact))))];
  return factPart === undefined
    ? `a pattern is for checks: ${pattern}#${names[0] ?? '*'}`
    : `no check there has this name; nearest are ${nearest(factPart, names)}`;
}

const valuesOf = (expect: Expected): readonly (readonly [list: string, index: number, value: string])[] =>
  Object.entries(expect).flatMap(([list, values]) =>
    Array.isArray(values) ? values.map((value: string, index) => [list, index, value] as const) : [],
  );

const possible = (kind: FactKind): string => {
  const { findings, ...more } = facts[kind];
  return [...findings, ...('expectations' in more ? more.expectations : [])].join(' | ');
};

/** Values that a fact of this kind can have and that matter to these rulings; undefined if they cannot be listed. */
function candidates(kind: FactKind, musts: readonly WrittenRuling[]): readonly string[] | undefined {
  const findings: readonly string[] = facts[kind].findings;
  if (findings.every((form) => !form.includes('<'))) return findings;
  const wanted = musts.flatMap(({ expect }) => ('oneOf' in expect ? expect.oneOf : []));
  const severalAtOnce = wanted.some((value) => value.startsWith('any ') || value.endsWith(', any body'));
  return wanted.length === 0 || severalAtOnce ? undefined : wanted;
}

function* expectationFaults(kind: FactKind, rulings: readonly WrittenRuling[]): Iterable<Fault> {
  for (const [index, { expect }] of rulings.entries()) {
    const path = [index, 'expect'];
    if (!isCount(kind) && ('atLeast' in expect || 'atMost' in expect))
      yield { path, message: `bounds are for numbers, and a finding of ${kind} is ${possible(kind)}` };
    for (const [list, position, value] of valuesOf(expect))
      if (!formsPattern(kind).test(value))
        yield {
          path: [...path, list, position],
          message: `“${value}” is not a finding of ${kind}; possible are ${possible(kind)}`,
        };
  }
  const musts = rulings.filter(({ level }) => level === 'must');
  const values = candidates(kind, musts);
  if (values?.every((value) => musts.some(({ expect }) => !satisfies(value, expect))))
    yield { path: [], message: `no finding of ${kind} can meet every must` };
}

function* overrulingFaults(
  pattern: string,
  { rulings }: Overruling,
  all: Readonly<Record<string, Pick<Requirement, 'level'>>>,
): Iterable<Fault> {
  const kinds = new Set(matching(pattern).map(({ kind }) => kind));
  if (kinds.size === 0) yield { path: [], message: `it matches no check: ${unmatched(pattern)}` };
  if (rulings === 'ignore') return;
  for (const [index, { level, requirement }] of rulings.entries()) {
    const path = ['rulings', index, 'requirement'];
    const words = all[requirement]?.level;
    if (words === undefined)
      yield { path, message: `no such requirement: ${requirement}; nearest are ${nearest(requirement, Object.keys(all))}` };
    else if (!wordsFor[level].includes(words))
      yield { path, message: `a ${level} cannot rest on ${requirement}, which says ${words}; state a requirement of your own` };
  }
  for (const kind of kinds)
    for (const { path, message } of expectationFaults(kind, rulings)) {
      const hint = kinds.size > 1 ? ` (the pattern matches checks of ${kinds.size} kinds: ${[...kinds].join(', ')})` : '';
      yield { path: ['rulings', ...path], message: message + hint };
    }
}

/** The first check that each pair of globs claims. */
function* overlaps(overrulings: NonNullable<ProfileFile['overrulings']>): Iterable<Fault> {
  const table = new PatternTable(overrulings);
  const seen = new Set<string>();
  for (const { id } of checks) {
    const [first, second] = table.patternsFor(id);
    if (first === undefined || second === undefined || seen.has(first + second)) continue;
    seen.add(first + second);
    yield {
      path: ['overrulings', second],
      message: `it overlaps with ${first}: both match ${id}; make one narrower, or give this check an entry of its own`,
    };
  }
}

/** Everything that is wrong with a profile whose shape is right. */
export function* faultsOf(file: ProfileFile): Iterable<Fault> {
  const { overrulings = {} } = file;
  yield* headFaults(file);
  yield* requirementFaults(file);
  for (const [pattern, overruling] of Object.entries(overrulings))
    for (const { path, message } of overrulingFaults(pattern, overruling, { ...bundled, ...file.requirements }))
      yield { path: ['overrulings', pattern, ...path], message };
  yield* overlaps(overrulings);
}
