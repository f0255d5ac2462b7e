import type { Suite } from '../vocabulary/scenario.ts';
import { mixedVersions } from './mixed.ts';
import { repeatedOverHttp2 } from './repeated.ts';
import { sharedCertificates } from './shared.ts';
import { streamScenarios } from './streams.ts';

/** The suite repeats some scenarios of the other suites. */
export const http2Suite = (others: readonly Suite[]): Suite => ({
  id: 'http2',
  title: 'HTTP/2',
  scenarios: [
    ...repeatedOverHttp2(others.flatMap(({ scenarios }) => scenarios)),
    ...mixedVersions,
    ...streamScenarios,
    ...sharedCertificates,
  ],
});
