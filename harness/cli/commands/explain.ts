import { styleText } from 'node:util';
import type { Command } from 'commander';
import { suites } from '../../../suites/index.ts';
import { profiles } from '../../../suites/profiles/index.ts';
import { requirements } from '../../../suites/requirements/index.ts';
import { renderOutline } from '../explain/outline.ts';
import { explainScenario } from '../explain/scenario.ts';
import { findScenario } from './find-scenario.ts';

/** `explain <id>`: one scenario in prose, as wide as the terminal; plain text if the output is not a terminal. */
export function addExplain(program: Command): void {
  program
    .command('explain <id>')
    .description('one scenario in prose: by its id, the id of a check, or a glob that matches one')
    .action((asked: string) => {
      const scenario = findScenario(
        asked,
        suites.flatMap(({ scenarios }) => scenarios),
      );
      const page = { width: process.stdout.columns ?? Infinity, heading: (text: string) => styleText('bold', text) };
      console.log(renderOutline(explainScenario(scenario, { profiles, requirements }), page));
    });
}
