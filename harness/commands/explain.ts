import { styleText } from 'node:util';
import type { Command } from 'commander';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { renderOutline } from '../prose/outline.ts';
import { tellScenario } from '../prose/scenario.ts';
import { findScenario } from './find-scenario.ts';

/** `explain <id>`: one scenario told in prose, as wide as the terminal, and plain where there is none. */
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
      console.log(renderOutline(tellScenario(scenario, { profiles, requirements }), page));
    });
}
