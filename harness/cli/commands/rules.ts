import type { Command } from 'commander';
import { aligned } from '../../../reports/answers/aligned.ts';
import { counted } from '../../../suites/wording/counted.ts';
import { visible } from '../../../suites/wording/visible.ts';
import { toolCommand } from '../../installation.ts';
import { DEFAULT_BASE, readRules } from '../rules/read-rules.ts';
import { type RuleSuite, wayText } from '../rules/suite-of-rules.ts';
import type { Way } from '../rules/way.ts';
import { userPath } from '../user-path.ts';

interface RulesOptions {
  readonly base?: string;
  readonly json?: true;
}

function rowOf(way: Way): readonly string[] {
  const { place, status, condition } = way.rule;
  return [place, String(status), condition === undefined ? wayText(way) : `${wayText(way)}, ${condition}`];
}

/** What comes of rules, for a reader: a row for each, and how to go on. */
function tableOf({ ways, suite: { id, scenarios } }: RuleSuite, file: string, base: string | undefined): string {
  const options = [`--scenarios=${file}`, ...(base === undefined ? [] : [`--base=${base}`])].join(' ');
  return [
    ...aligned([['rule', 'status', 'redirect'], ...ways.map(rowOf)]).map(visible),
    '',
    `${counted(ways.length, 'redirect')} as ${counted(scenarios.length, 'scenario')}, ${id}/*. What clients do with them: ${toolCommand} ask ${options}`,
  ].join('\n');
}

/** `rules <file>`: what the redirect rules of a server do, and the scenarios that come of them. */
export function addRules(program: Command): void {
  program
    .command('rules <file>')
    .description('the redirects of a server as scenarios: RoutingRules of S3, a _redirects file, or lines such as 301 /old /new')
    .option('--base <url>', `where the server is (default: ${DEFAULT_BASE})`)
    .option('--json', 'the scenarios as JSON, to be kept for --scenarios')
    .action((file: string, _, command: Command) => {
      const { base, json } = command.optsWithGlobals<RulesOptions>();
      const found = readRules(userPath(file), base);
      console.log(json ? JSON.stringify(found.suite, null, 2) : tableOf(found, file, base));
      for (const warning of found.warnings) console.error(`redirect-conformance: ${warning}`);
    });
}
