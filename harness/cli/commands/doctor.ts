import type { Command as Program } from 'commander';
import { profiles } from '../../../suites/profiles/index.ts';
import { bundledClients } from '../../clients/index.ts';
import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { examine, type SiblingAdapter } from '../../doctor/examine.ts';
import { type LoadedPackage, packagesOf } from '../../doctor/loaded-packages.ts';
import { examineVersion } from '../../doctor/version.ts';
import { HarnessFault } from '../../fault.ts';
import { type Command, startProcess } from '../../drivers/process-driver.ts';
import { CertificateAuthority } from '../../network/certificates.ts';
import { ClientUnderTest } from '../../run/client-under-test.ts';
import type { ColumnSetup } from '../../run/column-run.ts';
import { filesOfAdapter } from '../adapter-files.ts';
import { clientList } from '../client-list.ts';
import { adapterIn, selectColumns, startAdapter } from '../columns.ts';
import { doctorText } from '../doctor-text.ts';
import type { ExitCode } from '../exit-code.ts';
import { runtimeOption } from '../options.ts';
import { readConfig } from '../read-config.ts';
import { beginRun } from '../run.ts';
import { underRuntimes } from '../runtimes/under-runtimes.ts';
import { UsageError } from '../usage-error.ts';

interface DoctorOptions {
  readonly client?: readonly string[];
  readonly config?: string;
  readonly runtime?: readonly string[];
}

/** What the driver of a column loads, if it is that for Node.js. */
async function packagesLoadedBy(command: Command): Promise<readonly LoadedPackage[] | undefined> {
  const adapter = adapterIn(command);
  return adapter && packagesOf(await filesOfAdapter(adapter.module, adapter.packages));
}

/** The bundled adapters of a client that a file of a user drives. */
async function siblingsOf(
  { bundled, command, cwd }: ColumnSetup,
  packages: readonly LoadedPackage[] = [],
): Promise<readonly SiblingAdapter[]> {
  const { module, packages: folder } = adapterIn(command) ?? {};
  const isLoaded = ([name]: readonly string[]): boolean => packages.some((each) => each.isInstalled && each.name === name);
  const others = bundledClients.filter((each) => isLoaded(each.packages));
  if (bundled || folder === undefined || others.some((each) => each.module === module)) return [];
  return Promise.all(
    others.map(async (each) => {
      const { driver, ready } = await startProcess(startAdapter(each.module, 'wire', folder), { cwd });
      driver.kill();
      return { name: each.id, capabilities: ready.capabilities };
    }),
  );
}

/** Examines the adapter of one column, and shows what was found. Whether it tells the truth. */
async function examineColumn(column: ColumnSetup, authority: CertificateAuthority): Promise<boolean> {
  const { id, command, cwd, transport, fault } = column;
  if (fault !== undefined) throw new UsageError(`--client=${id}: ${fault}`);
  using client = new ClientUnderTest(command, { ca: authority.certificate, cwd });
  const ready = await client.ready().catch((error: unknown) => {
    if (error instanceof HarnessFault) return error.message;
    throw error;
  });
  if (typeof ready === 'string') {
    console.error(`redirect-conformance: ${id}: ${ready}`);
    return false;
  }
  const packages = await packagesLoadedBy(command);
  const diagnoses: readonly Diagnosis[] = [
    examineVersion(ready, packages),
    ...(await examine({ column: id, client, transport, authority, profiles }, await siblingsOf(column, packages))),
  ];
  console.log(doctorText(ready, diagnoses));
  return diagnoses.every(({ state }) => state !== 'lie');
}

async function doctor({ client, config, runtime }: DoctorOptions): Promise<ExitCode> {
  const names = client ?? (await readConfig(config)).clients;
  if (!names) throw new UsageError('doctor needs --client=<names>, such as --client=./my-client.ts');
  beginRun();
  const columns = await underRuntimes(await selectColumns(names, ['wire']), runtime);
  const authority = new CertificateAuthority();
  let isTrue = true;
  for (const column of columns) isTrue = (await examineColumn(column, authority)) && isTrue;
  return isTrue ? 0 : 2;
}

/** `doctor`: whether an adapter tells the truth, before any verdict. */
export function addDoctor(program: Program): void {
  program
    .command('doctor')
    .description('whether an adapter tells the truth: one line for each probe, and what to do')
    .option('--client <names>', 'as in a run (default: those of the configuration)', clientList)
    .addOption(runtimeOption())
    .option('--config <file>', 'as in a run')
    .action(async (_, command: Program) => {
      process.exitCode = await doctor(command.optsWithGlobals<DoctorOptions>());
    });
}
