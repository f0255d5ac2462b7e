import { decide } from '../../suites/judging/decide.ts';
import { type Check, checkId } from '../../suites/vocabulary/check.ts';
import type { FactKind } from '../../suites/vocabulary/fact.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Column, Results, Unexpected } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { describePlace } from '../../suites/wording/requirement.ts';
import { describeRuling, missedRulings } from '../../suites/wording/ruling.ts';
import { shellWord } from '../../suites/wording/shell-word.ts';
import { errorTexts, exchangeOf, type RecordedExchange } from './record.ts';

/** An unexpected result with everything that a developer needs to act on it. */
export interface UnexpectedBlock extends Unexpected {
  /** What the scenario is about. */
  readonly title?: string;
  /** The kind of fact that the check is on. */
  readonly fact?: FactKind;
  /** What was expected instead, and where that is written, a line each. */
  readonly expected: readonly string[];
  /** The errors that the client threw, and their causes, a line each. */
  readonly errors: readonly string[];
  /** The requests that matter: the one that the check is about, and the one before it. */
  readonly wire: readonly RecordedExchange[];
  /** The command that shows this result alone. */
  readonly show: string;
  /** The command that adds it to the known deviations, or updates the entry. */
  readonly accept: string;
}

/** The options that select a column. */
function optionsFor({ id, client, transport }: Column): string {
  const [, runtime] = /\+((?:node|deno|bun)@[\d.]+)$/.exec(id) ?? [];
  const options = [transport !== 'wire' && `--transport=${transport}`, runtime !== undefined && `--runtime=${runtime}`];
  return [`--client=${shellWord(client)}`, ...options.filter((option) => option !== false)].join(' ');
}

/** The last request at the place that a check is about, else the last request; and the one before it. */
function wireOf({ fact }: Check, { requests }: Observation, scenario: Scenario): readonly RecordedExchange[] {
  const place = 'at' in fact ? fact.at : 'to' in fact ? fact.to : undefined;
  const at = requests.findLastIndex(
    ({ answeredBy, origin }) => place !== undefined && (answeredBy?.place === place || origin === place),
  );
  const end = at === -1 ? requests.length : at + 1;
  return requests.slice(Math.max(0, end - 2), end).map((request) => exchangeOf(request, scenario));
}

function expectedLines(
  check: Check,
  scenario: Scenario,
  finding: string,
  { run, profiles, requirements }: Results,
): readonly string[] {
  const profile = profiles.find(({ name }) => name === run.profile);
  if (!profile) return [];
  return missedRulings(decide(checkId(scenario.id, check), check, profile), finding).map((ruling) => {
    const requirement = requirements[ruling.requirement];
    const source = requirement ? `${describePlace(requirement)}: ${requirement.statement}` : ruling.requirement;
    return `${describeRuling(ruling)} (${source})`;
  });
}

/** A block for each unexpected result of a run, in the same order. */
export function unexpectedBlocks(results: Results): readonly UnexpectedBlock[] {
  const { run, suites, columns, cells, unexpected } = results;
  const scenarios = new Map(suites.flatMap((suite) => suite.scenarios).map((scenario) => [scenario.id, scenario]));
  return unexpected.map((each) => {
    const [scenarioId = ''] = each.check.split('#');
    const scenario = scenarios.get(scenarioId);
    const check = scenario?.checks.find((candidate) => checkId(scenario.id, candidate) === each.check);
    const observation = cells.find(({ column, scenario: id }) => column === each.column && id === scenarioId)?.observation;
    const column = columns.find(({ id }) => id === each.column);
    const options = column ? optionsFor(column) : `--client=${shellWord(each.column)}`;
    return {
      ...each,
      ...(scenario && { title: scenario.title }),
      ...(check && { fact: check.fact.kind }),
      expected: scenario && check && each.finding !== undefined ? expectedLines(check, scenario, each.finding, results) : [],
      errors: observation?.outcomes.flatMap((outcome) => (outcome.kind === 'error' ? errorTexts(outcome.error) : [])) ?? [],
      wire: scenario && check && observation ? wireOf(check, observation, scenario) : [],
      show: `${run.tool.command} ${options} --scenario=${shellWord(scenarioId)}`,
      accept: `${run.tool.command} bless ${options} --check=${shellWord(each.check)} ${each.kind === 'stale' ? '--prune' : "--reason='…'"}`,
    };
  });
}
