import { inject } from 'vitest';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from './client-under-test.ts';
import { describeColumn } from './describe-column.ts';

// The bridge to vitest: a project is a column, a test is a scenario.
const columnRun = inject('columnRun');
const authority = await CertificateAuthority.create();

describeColumn(columnRun, { client: new ClientUnderTest(columnRun.column.command, authority.certificate), authority });
