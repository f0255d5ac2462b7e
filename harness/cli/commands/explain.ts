import type { Command } from 'commander';
import { houseRequirements } from '../../../suites/judging/house-requirements.ts';
import { suitesWith } from '../../../suites/index.ts';
import { profiles } from '../../../suites/profiles/index.ts';
import { requirements } from '../../../suites/requirements/index.ts';
import { renderOutline, standardPage } from '../explain/outline.ts';
import { explainScenario } from '../explain/scenario.ts';
import { baseOption, scenariosOption } from '../options.ts';
import { type OwnFiles, readOwnSuites } from '../own-suites.ts';
import { readProfile } from '../read-profile.ts';
import { findScenario } from './find-scenario.ts';

interface ExplainOptions extends OwnFiles {
  readonly profile?: string;
}

/** `explain <id>`: one scenario in prose. */
export function addExplain(program: Command): void {
  program
    .command('explain <id>')
    .description('one scenario in prose: by its id, the id of a check, or a glob that matches one')
    .option('--profile <name>', 'only the decisions of this profile: a name or a file')
    .addOption(scenariosOption())
    .addOption(baseOption())
    .action(async (asked: string, _, command: Command) => {
      const { profile, ...files } = command.optsWithGlobals<ExplainOptions>();
      const scenarios = suitesWith((await readOwnSuites(files)).values()).flatMap((suite) => suite.scenarios);
      const asking = profile === undefined ? profiles : [readProfile(profile, scenarios)];
      const scenario = findScenario(asked, scenarios);
      const ruleBooks = { profiles: asking, requirements: { ...requirements, ...houseRequirements(asking) } };
      console.log(renderOutline(explainScenario(scenario, ruleBooks), standardPage()));
    });
}
