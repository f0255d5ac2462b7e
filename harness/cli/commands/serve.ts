import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { suitesWith } from '../../../suites/index.ts';
import { concrete, type ConcreteScenario } from '../../concrete/concrete-scenario.ts';
import { CertificateAuthority } from '../../network/certificates.ts';
import type { ServerOptions } from '../../network/server-state.ts';
import { Servers } from '../../network/servers.ts';
import { refusingStrangers } from '../../network/strangers.ts';
import { callTexts, ExchangePrinter } from '../debug/exchange-printer.ts';
import { writeReach } from '../debug/reach.ts';
import { baseOption, scenariosOption } from '../options.ts';
import { type OwnFiles, readOwnSuites } from '../own-suites.ts';
import { checkTemporaryFolder } from '../temporary-folder.ts';
import { findScenario } from './find-scenario.ts';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Refuses requests of strangers, and says so. */
function refusingAloud(served: ConcreteScenario): ServerOptions['refuse'] {
  const refuse = refusingStrangers(served);
  return (head) => {
    const refused = refuse(head);
    if (refused) console.log(`  refused: ${refused.body}`);
    return refused;
  };
}

/** Serves a scenario until the user ends it. */
async function serve(asked: string, files: OwnFiles): Promise<void> {
  const ended = Promise.race(endings.map((signal) => once(process, signal)));
  const scenarios = suitesWith((await readOwnSuites(files)).values()).flatMap((suite) => suite.scenarios);
  const scenario = findScenario(asked, scenarios);
  checkTemporaryFolder();
  const authority = new CertificateAuthority();
  const served = concrete(scenario);
  const watcher = new ExchangePrinter(console.log);
  await using servers = await Servers.open(served, authority, { watcher, refuse: refusingAloud(served) });
  const caller = served.needs.includes('client-certificate') ? { caller: authority.issueToCaller() } : {};
  const folder = mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
  try {
    const reach = writeReach(served, servers.ports, { ca: authority.certificate, ...caller }, folder);
    console.log([`${scenario.id}: ${scenario.title}`, ...callTexts(scenario), reach].join('\n\n'));
    const isHeld = served.routes.some(({ cases }) => cases.some(({ answer }) => answer.sent === 'after the call'));
    if (isHeld) {
      console.log('\nSome answers are sent once the call has settled: press Enter when it has.');
      process.stdin.on('data', () => servers.callSettled());
    }
    console.log('\nEach request is shown as it comes. Ctrl-C ends the servers.');
    await ended;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    process.stdin.destroy();
  }
}

/** `serve <id>`: the servers of one scenario, for a client that is run by hand. */
export function addServe(program: Command): void {
  program
    .command('serve <id>')
    .description('keep the servers of one scenario up, and show each request that comes')
    .addOption(scenariosOption())
    .addOption(baseOption())
    .action((asked: string, _, command: Command) => serve(asked, command.optsWithGlobals<OwnFiles>()));
}
