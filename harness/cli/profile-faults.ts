import { PatternTable } from '../../suites/judging/pattern-table.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import type { CheckId } from '../../suites/vocabulary/check.ts';
import type { Profile, ProfileFile } from '../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { CheckTable } from './check-table.ts';
import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';
import { citationFaults, expectationFaults } from './ruling-faults.ts';

type Overruling = NonNullable<ProfileFile['overrulings']>[string];

const bundled: Readonly<Record<string, Requirement>> = requirements;

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

function* requirementFaults(file: ProfileFile, checks: CheckTable): Iterable<Fault> {
  const order: readonly string[] = authoritiesOf(file);
  const replaced = new Map<string, Map<CheckId, string>>();
  for (const [id, { inPlaceOf = [], on }] of Object.entries(file.requirements ?? {})) {
    const path = ['requirements', id];
    if (!/^[^\s/]+\/\S+$/.test(id)) yield { path, message: 'an id is a document, a slash and a name: house/rule-1' };
    if (Object.hasOwn(bundled, id)) yield { path, message: 'the id is taken by a bundled requirement; give it another one' };
    for (const [index, pattern] of (on ?? []).entries())
      if (checks.matching(pattern).length === 0)
        yield { path: [...path, 'on', index], message: `it matches no check: ${checks.whyNone(pattern)}` };
    const places = on ? on.flatMap((pattern) => checks.matching(pattern)) : checks.all;
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

function* overrulingFaults(
  pattern: string,
  { rulings }: Overruling,
  all: Readonly<Record<string, Pick<Requirement, 'level'>>>,
  checks: CheckTable,
): Iterable<Fault> {
  const kinds = new Set(checks.matching(pattern).map(({ kind }) => kind));
  if (kinds.size === 0) yield { path: [], message: `it matches no check: ${checks.whyNone(pattern)}` };
  if (rulings === 'ignore') return;
  for (const { path, message } of citationFaults(rulings, all)) yield { path: ['rulings', ...path], message };
  for (const kind of kinds)
    for (const { path, message } of expectationFaults(kind, rulings)) {
      const hint = kinds.size > 1 ? ` (the pattern matches checks of ${kinds.size} kinds: ${[...kinds].join(', ')})` : '';
      yield { path: ['rulings', ...path], message: message + hint };
    }
}

/** The first check that each pair of globs claims. */
function* overlaps(overrulings: NonNullable<ProfileFile['overrulings']>, checks: CheckTable): Iterable<Fault> {
  const table = new PatternTable(Object.keys(overrulings).map((pattern) => [pattern, pattern]));
  const seen = new Set<string>();
  for (const { id } of checks.all) {
    const [first, second] = table.entriesFor(id);
    if (first === undefined || second === undefined || seen.has(first + second)) continue;
    seen.add(first + second);
    yield {
      path: ['overrulings', second],
      message: `it overlaps with ${first}: both match ${id}; make one narrower, or give this check an entry of its own`,
    };
  }
}

/** Everything that is wrong with a profile whose shape is right; its patterns are for checks of these scenarios. */
export function* faultsOf(file: ProfileFile, scenarios: readonly Scenario[]): Iterable<Fault> {
  const { overrulings = {} } = file;
  const checks = new CheckTable(scenarios);
  yield* headFaults(file);
  yield* requirementFaults(file, checks);
  for (const [pattern, overruling] of Object.entries(overrulings))
    for (const { path, message } of overrulingFaults(pattern, overruling, { ...bundled, ...file.requirements }, checks))
      yield { path: ['overrulings', pattern, ...path], message };
  yield* overlaps(overrulings, checks);
}
