import { flushCompileCache } from 'node:module';
import { inject } from 'vitest';
import { debuggerOf } from '../cli/debug/column-debugger.ts';
import { endAllDrivers } from '../drivers/process-driver.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from './client-under-test.ts';

// The bridge to vitest: a project is a column, a test is a scenario.

// The process that started this one decides what a signal means, and this one ends if that one has ended.
process.on('SIGINT', () => {});
for (const event of ['SIGTERM', 'disconnect'] as const) {
  process.once(event, () => {
    endAllDrivers();
    process.kill(process.pid, 'SIGKILL');
  });
}

const columnRun = inject('columnRun');
const { command, cwd, fault } = columnRun.column;
const authority = new CertificateAuthority();
const { watcher, log } = await debuggerOf(columnRun);
const start = { ca: authority.certificate, cwd, log };
const client = new ClientUnderTest(command, start);
const inspectedCommand = columnRun.debugging?.inspectedCommand;

// Who debugs a client wants to stop in a scenario, not in the exchanges that control the adapter.
const subject = inspectedCommand
  ? { client: new ClientUnderTest(inspectedCommand, { ...start, inspected: true }), controlled: client }
  : { client };

// The driver starts while the rest is loaded. Whoever needs it first is told why it cannot.
if (fault === undefined) client.driver().catch(() => {});
const { describeColumn } = await import('./describe-column.ts');

// What has been loaded by now is all that it needs, and vitest ends it by a signal.
flushCompileCache();
describeColumn(columnRun, { ...subject, authority, watcher });
