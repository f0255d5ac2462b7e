import { satisfies } from '../../suites/judging/satisfies.ts';
import { type Expected, type WrittenRuling, wordsFor } from '../../suites/vocabulary/check.ts';
import { type FactKind, facts, formsPattern, isCount, namesOfFindings, noFinding } from '../../suites/vocabulary/fact.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';

/** What is wrong with the requirements that rulings rest on: one does not exist, or says less. */
export function* citationFaults(
  rulings: readonly WrittenRuling[],
  all: Readonly<Record<string, Pick<Requirement, 'level'>>>,
): Iterable<Fault> {
  for (const [index, { level, requirement }] of rulings.entries()) {
    const path = [index, 'requirement'];
    const words = all[requirement]?.level;
    if (words === undefined)
      yield { path, message: `no such requirement: ${requirement}; nearest are ${nearest(requirement, Object.keys(all))}` };
    else if (!wordsFor[level].includes(words))
      yield { path, message: `a ${level} cannot rest on ${requirement}, which says ${words}; state a requirement of your own` };
  }
}

const valuesOf = (expect: Expected): readonly (readonly [list: string, index: number, value: string])[] =>
  Object.entries(expect).flatMap(([list, values]) =>
    Array.isArray(values) ? values.map((value: string, index) => [list, index, value] as const) : [],
  );

/** Values that a fact of this kind can have and that matter to these rulings; undefined if they cannot be listed. */
function candidates(kind: FactKind, musts: readonly WrittenRuling[]): readonly string[] | undefined {
  const findings: readonly string[] = facts[kind].findings;
  if (findings.every((form) => !form.includes('<'))) return findings;
  const wanted = musts.flatMap(({ expect }) => ('oneOf' in expect ? expect.oneOf : []));
  const severalAtOnce = wanted.some((value) => value.startsWith('any ') || value.endsWith(', any body'));
  return wanted.length === 0 || severalAtOnce ? undefined : wanted;
}

/** What rulings expect that facts of a kind can never be. */
export function* valueFaults(kind: FactKind, rulings: readonly WrittenRuling[]): Iterable<Fault> {
  for (const [index, { expect }] of rulings.entries()) {
    const path = [index, 'expect'];
    if (!isCount(kind) && ('atLeast' in expect || 'atMost' in expect))
      yield { path, message: `bounds are for numbers, and a finding of ${kind} is ${namesOfFindings(kind)}` };
    for (const [list, position, value] of valuesOf(expect))
      if (!formsPattern(kind).test(value)) yield { path: [...path, list, position], message: noFinding(kind, value) };
  }
}

/** What is wrong with rulings that decide together on facts of a kind. */
export function* expectationFaults(kind: FactKind, rulings: readonly WrittenRuling[]): Iterable<Fault> {
  yield* valueFaults(kind, rulings);
  const musts = rulings.filter(({ level }) => level === 'must');
  const values = candidates(kind, musts);
  if (values?.every((value) => musts.some(({ expect }) => !satisfies(value, expect))))
    yield { path: [], message: `no finding of ${kind} can meet every must` };
}
