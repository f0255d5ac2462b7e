import { requirements, type KnownRequirementId } from './requirements/index.ts';
import type { Expected, Level, Ruling } from './vocabulary/check.ts';
import { errorClasses } from './vocabulary/observation.ts';

/** Values that satisfy a ruling, or a whole expectation where a list of values does not say it. */
type Expectation = string | readonly string[] | Expected;

function toExpected(expectation: Expectation): Expected {
  if (typeof expectation === 'string') return { oneOf: [expectation] };
  return Array.isArray(expectation) ? { oneOf: expectation } : (expectation as Expected);
}

const ruling =
  (level: Level) =>
  (requirement: KnownRequirementId, expectation: Expectation, disputed?: string): Ruling => ({
    authority: requirements[requirement].authority,
    level,
    expect: toExpected(expectation),
    requirement,
    ...(disputed && { disputed }),
  });

/** A finding must be so; the requirement behind it must say MUST, or define it. */
export const must = ruling('must');

/** A finding should be so. */
export const should = ruling('should');

/** A finding may be so: a permission, or a value worth naming, never a demand. */
export const may = ruling('may');

/** Any value but these. */
export const not = (...values: readonly string[]): Expected => ({ noneOf: values });

/** Any error: how a client calls it is its own affair. */
export const anyError: readonly string[] = errorClasses.map((each) => `error: ${each}`);

/** Any error but one that says that a URL came back, where nothing but the number of redirects is to end a chain. */
export const anyErrorButALoop: readonly string[] = anyError.filter((each) => each !== 'error: redirect-loop');
