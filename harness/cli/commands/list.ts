import type { Command } from 'commander';
import { countsOf, coverage } from '../../../suites/coverage/coverage.ts';
import { coverageTables } from '../../../suites/coverage/table.ts';
import { suites } from '../../../suites/index.ts';
import type { Suite } from '../../../suites/vocabulary/scenario.ts';
import { counted } from '../../../suites/wording/counted.ts';
import { selectScenarios } from '../select-scenarios.ts';
import { commaList } from '../comma-list.ts';

interface ListOptions {
  readonly suite?: readonly string[];
  readonly scenario?: readonly string[];
  readonly json?: true;
  readonly coverage?: true;
}

/** The suites with nothing but the scenarios that are selected; a suite without any is left out. */
function selectSuites({ suite, scenario }: ListOptions): readonly Suite[] {
  const selected = new Set(selectScenarios({ ...(suite && { suites: suite }), ...(scenario && { scenarios: scenario }) }));
  return suites
    .map((each) => ({ ...each, scenarios: each.scenarios.filter((member) => selected.has(member)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
}

function asText(list: readonly Suite[]): string {
  const scenarios = list.flatMap((suite) => suite.scenarios);
  const width = Math.max(...scenarios.map(({ id }) => id.length));
  const blocks = list.map((suite) => [
    `${suite.title} (${suite.id}): ${counted(suite.scenarios.length, 'scenario')}`,
    ...suite.scenarios.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`),
  ]);
  const total = `${counted(scenarios.length, 'scenario')} in ${counted(list.length, 'suite')}`;
  return [...blocks.map((lines) => lines.join('\n')), total].join('\n\n');
}

function asJson(list: readonly Suite[]): string {
  const brief = list.map((suite) => ({ ...suite, scenarios: suite.scenarios.map(({ id, title }) => ({ id, title })) }));
  return JSON.stringify(brief, null, 2);
}

function listAs(options: ListOptions): string {
  const list = selectSuites(options);
  return options.json ? asJson(list) : asText(list);
}

function coverageAs({ json }: ListOptions): string {
  const now = coverage(suites);
  return json ? JSON.stringify(countsOf(now), null, 2) : coverageTables(now);
}

/** `list`: the catalogue, as text or JSON. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('the catalogue: suites and their scenarios')
    .option('--suite <globs>', 'only these suites', commaList)
    .option('--scenario <globs>', 'only these scenarios', commaList)
    .option('--json', 'as JSON')
    .option('--coverage', 'instead, what the catalogue covers of what is known about redirects')
    .action((_, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      console.log(options.coverage ? coverageAs(options) : listAs(options));
    });
}
