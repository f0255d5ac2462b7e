import type { FaultRow } from '../known-fault.ts';

export const faultsOfGot: readonly FaultRow[] = [
  {
    id: 'got-port-only-2020',
    vulnerable: 'got@11.6.0',
    fixed: 'got@11.6.1',
    check: 'cross-host-auth/port-302#canary:authorization@home-8080',
    findings: ['sent', 'absent'],
    behaviour: 'GET with Authorization; 302 to another port of the same host; must not reach it',
    source: 'bisected over published versions (got 11.6.0/11.6.1); got commit 408e22ae (pull 1439)',
  },
];
