import { requirements, type KnownRequirementId } from '../requirements/index.ts';
import type { Expected, Level, Ruling } from '../vocabulary/check.ts';

/** One value or several that satisfy a ruling, or a whole expectation for what a list of values cannot express. */
type Expectation<Value extends string> = Value | readonly Value[] | Expected<Value>;

const isList = <Value extends string>(expectation: readonly Value[] | Expected<Value>): expectation is readonly Value[] =>
  Array.isArray(expectation);

function toExpected<Value extends string>(expectation: Expectation<Value>): Expected<Value> {
  if (typeof expectation === 'string') return { oneOf: [expectation] };
  return isList(expectation) ? { oneOf: [...new Set(expectation)] } : expectation;
}

const ruling =
  (level: Level) =>
  <const Value extends string>(
    requirement: KnownRequirementId,
    expectation: Expectation<Value>,
    disputed?: string,
  ): Ruling<Value> => ({
    authority: requirements[requirement].authority,
    level,
    expect: toExpected(expectation),
    requirement,
    ...(disputed && { disputed }),
  });

/** The finding must satisfy the expectation. The requirement behind it says MUST, or is a definition. */
export const must = ruling('must');

/** The finding should satisfy the expectation. */
export const should = ruling('should');

/** The finding may satisfy the expectation: a permission, or a value worth naming, but never a demand. */
export const may = ruling('may');

/** Any value except these. */
export const not = <const Value extends string>(...values: readonly Value[]): Expected<Value> => ({ noneOf: values });

/** A number from one bound to the other. */
export const between = (least: number, most: number): Expected<never> => ({ atLeast: least, atMost: most });

/** A number that is not less than this one. */
export const atLeast = (least: number): Expected<never> => ({ atLeast: least });
