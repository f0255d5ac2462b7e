import type { Command } from 'commander';
import { profiles } from '../../../suites/profiles/index.ts';
import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { examine } from '../../doctor/examine.ts';
import { CertificateAuthority } from '../../network/certificates.ts';
import { ClientUnderTest } from '../../run/client-under-test.ts';
import type { ColumnSetup } from '../../run/column-run.ts';
import { clientList } from '../client-list.ts';
import { selectColumns } from '../columns.ts';
import { doctorText } from '../doctor-text.ts';
import type { ExitCode } from '../exit-code.ts';
import { readConfig } from '../read-config.ts';
import { checkTemporaryFolder } from '../temporary-folder.ts';
import { UsageError } from '../usage-error.ts';

interface DoctorOptions {
  readonly client?: readonly string[];
  readonly config?: string;
}

/** Examines the adapter of one column, and shows what was found. Whether it tells the truth. */
async function examineColumn(
  { id, command, cwd, transport, fault }: ColumnSetup,
  authority: CertificateAuthority,
): Promise<boolean> {
  if (fault !== undefined) throw new UsageError(`--client=${id}: ${fault}`);
  using client = new ClientUnderTest(command, { ca: authority.certificate, cwd });
  const ready = await client.ready();
  const diagnoses: readonly Diagnosis[] = await examine({ column: id, client, transport, authority, profiles });
  console.log(doctorText(ready, diagnoses));
  return diagnoses.every(({ state }) => state !== 'lie');
}

async function doctor({ client, config }: DoctorOptions): Promise<ExitCode> {
  const names = client ?? (await readConfig(config)).clients;
  if (!names) throw new UsageError('doctor needs --client=<names>, such as --client=./my-client.ts');
  checkTemporaryFolder();
  const columns = await selectColumns(names, ['wire']);
  const authority = await CertificateAuthority.create();
  let isTrue = true;
  for (const column of columns) isTrue = (await examineColumn(column, authority)) && isTrue;
  return isTrue ? 0 : 2;
}

/** `doctor`: whether an adapter tells the truth, before any verdict. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('whether an adapter tells the truth: one line for each probe, and what to do')
    .option('--client <names>', 'as in a run (default: those of the configuration)', clientList)
    .option('--config <file>', 'as in a run')
    .action(async (_, command: Command) => {
      process.exitCode = await doctor(command.optsWithGlobals<DoctorOptions>());
    });
}
