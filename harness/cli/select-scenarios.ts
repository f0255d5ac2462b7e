import picomatch from 'picomatch';
import { labelOf } from '../concrete/names.ts';
import { casesOf, type Route } from '../../suites/vocabulary/answer.ts';
import type { Selection } from '../../suites/vocabulary/result.ts';
import type { Scenario, Suite } from '../../suites/vocabulary/scenario.ts';
import { UsageError } from './usage-error.ts';

function matching(patterns: readonly string[], flag: string, ids: readonly string[]): (id: string) => boolean {
  const globs = patterns.map((pattern) => ({ pattern, matches: picomatch(pattern) }));
  const idle = globs.find(({ matches }) => !ids.some((id) => matches(id)));
  if (idle) throw new UsageError(`${flag}=${idle.pattern}: matches nothing; \`npm test -- list\` shows all`);
  return (id) => globs.some(({ matches }) => matches(id));
}

function inShard(shard: string): (id: string) => boolean {
  const [index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(shard) ?? []).slice(1).map(Number);
  if (index < 1 || index > count) throw new UsageError(`--shard=${shard}: expected a part and a number of parts, such as 1/3`);
  return (id) => Number.parseInt(labelOf(id), 36) % count === index - 1;
}

const hasAnswerOfNginx = ({ routes }: Scenario): boolean =>
  Object.values(routes).some((route: Route) => casesOf(route).some(({ answer }) => answer.nginx !== undefined));

/** The scenarios of these suites that a selection leaves. Throws a UsageError for a pattern that matches nothing. */
export function selectScenarios(
  { suites: suitePatterns, scenarios: scenarioPatterns, answeredBy, shard }: Selection,
  suites: readonly Suite[],
): readonly Scenario[] {
  const all = suites.flatMap(({ id: suite, scenarios }) => scenarios.map((scenario) => ({ suite, scenario })));
  const ids = all.map(({ scenario }) => scenario.id);
  const suiteMatches =
    suitePatterns &&
    matching(
      suitePatterns,
      '--suite',
      suites.map(({ id }) => id),
    );
  const scenarioMatches = scenarioPatterns && matching(scenarioPatterns, '--scenario', ids);
  const shardMatches = shard === undefined ? undefined : inShard(shard);
  const selected = all.filter(
    ({ suite, scenario }) =>
      (suiteMatches?.(suite) ?? true) &&
      (scenarioMatches?.(scenario.id) ?? true) &&
      (shardMatches?.(scenario.id) ?? true) &&
      (answeredBy === undefined || hasAnswerOfNginx(scenario)),
  );
  if (selected.length === 0)
    throw new UsageError('nothing is selected: no scenario matches all of --suite, --scenario and --shard');
  return selected.map(({ scenario }) => scenario);
}
