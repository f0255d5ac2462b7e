import { describe } from 'vitest';
import type { Client } from '../adapter/client.ts';
import { selectColumns } from '../cli/columns.ts';
import { planColumns, type RunOptions } from '../cli/plan-run.ts';
import { startInProcess } from '../drivers/in-process-driver.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from '../run/client-under-test.ts';
import type { ColumnSetup } from '../run/column-run.ts';
import { describeColumn } from '../run/describe-column.ts';

/** What is run and how it is judged, as on the command line. Paths are relative to the current folder. */
export interface EmbeddedOptions extends Pick<
  RunOptions,
  'scenarios' | 'profile' | 'known' | 'failOn' | 'suite' | 'scenario' | 'shard'
> {
  /** The path of an adapter, which is run in a process of its own; or an adapter, which is run in the process of the tests. */
  readonly client: string | Client;
}

const inProcess = (client: Client): ColumnSetup => ({
  id: client.name,
  client: client.name,
  transport: 'wire',
  command: [process.execPath],
  bundled: false,
});

/**
 * Defines one test for each scenario, in a test file of a project with vitest 3.2 or later:
 * `await describeRedirectConformance({ client: './my-client.ts' })`. It needs a file of its own, because an adapter in the
 * process of the tests can reach nothing but the servers of the scenarios. There, a client that blocks its process blocks
 * the tests, and one that crashes ends them. Throws an error that says what is wrong with an option or an adapter.
 */
export async function describeRedirectConformance({ client, ...options }: EmbeddedOptions): Promise<void> {
  const authority = new CertificateAuthority();
  const columns = typeof client === 'string' ? await selectColumns([client], ['wire']) : [inProcess(client)];
  for (const columnRun of (await planColumns(columns, options)).columns) {
    const { id, command, cwd } = columnRun.column;
    const start = typeof client === 'string' ? command : () => startInProcess(client);
    describe(id, () => {
      describeColumn(columnRun, { client: new ClientUnderTest(start, { ca: authority.certificate, cwd }), authority });
    });
  }
}
