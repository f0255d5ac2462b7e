import type { Command } from 'commander';
import { DEFAULT_BASE, readRules } from '../rules/read-rules.ts';
import { userPath } from '../user-path.ts';

interface RulesOptions {
  readonly base?: string;
  readonly json?: true;
}

/** `rules <file>`: what the redirect rules of a server do, and the scenarios that come of them. */
export function addRules(program: Command): void {
  program
    .command('rules <file>')
    .description('the redirects of a server as scenarios: RoutingRules of S3, a _redirects file, or lines such as 301 /old /new')
    .option('--base <url>', 'where the server is', DEFAULT_BASE)
    .option('--json', 'the scenarios as JSON, to be kept for --scenarios')
    .action((file: string, _, command: Command) => {
      const { base, json } = command.optsWithGlobals<RulesOptions>();
      const { suite, warnings } = readRules(userPath(file), base);
      console.log(json ? JSON.stringify(suite, null, 2) : suite.scenarios.map(({ title }) => title).join('\n'));
      for (const warning of warnings) console.error(`redirect-conformance: ${warning}`);
    });
}
