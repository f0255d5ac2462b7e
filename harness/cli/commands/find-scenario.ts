import picomatch from 'picomatch';
import { nameOfFact } from '../../../suites/vocabulary/fact.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { NAMED, nearest } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';

/** What has this id; where nothing has, what a glob matches. */
function matching<Thing>(things: readonly Thing[], idOf: (thing: Thing) => string, asked: string): readonly Thing[] {
  const exact = things.filter((thing) => idOf(thing) === asked);
  return exact.length > 0 ? exact : things.filter((thing) => picomatch.isMatch(idOf(thing), asked));
}

/**
 * The one scenario that an id or a glob names, `suite/name`; with `#` and a fact behind it, only its checks of that name.
 * Throws a UsageError that names the nearest ids if there is none, and some if there are several.
 */
export function findScenario(asked: string, scenarios: readonly Scenario[]): Scenario {
  const [scenarioPart = '', ...rest] = asked.split('#');
  const [scenario, ...more] = matching(scenarios, ({ id }) => id, scenarioPart);
  if (!scenario) {
    const ids = scenarios.map(({ id }) => id);
    throw new UsageError(`${asked}: no such scenario; nearest are ${nearest(scenarioPart, ids)}`);
  }
  if (more.length > 0) {
    const some = [scenario, ...more].slice(0, NAMED).map(({ id }) => id);
    throw new UsageError(`${asked}: matches ${more.length + 1} scenarios; name one, such as ${some.join(', ')}`);
  }
  if (rest.length === 0) return scenario;
  const factPart = rest.join('#');
  const checks = matching(scenario.checks, ({ fact }) => nameOfFact(fact), factPart);
  if (checks.length > 0) return { ...scenario, checks };
  const names = scenario.checks.map(({ fact }) => nameOfFact(fact));
  throw new UsageError(`${asked}: ${scenario.id} has no such check; nearest are ${nearest(factPart, names)}`);
}
