import type { FaultRow } from '../known-fault.ts';

export const faultsOfAxios: readonly FaultRow[] = [
  {
    id: 'axios-subdomain-authorization-2026',
    vulnerable: 'axios@1.20.0',
    fixed: 'axios@1.21.0',
    check: 'cross-host-auth/subdomain-302#canary:authorization@sub',
    findings: ['sent', 'absent'],
    behaviour:
      'GET with Authorization; 302 from a.test to sub.a.test on the same port; Authorization must not reach the subdomain',
    source: 'source diff of the published 1.20.0 and 1.21.0 http adapter (no advisory found)',
  },
  {
    id: 'axios-upgrade-authorization-2026',
    vulnerable: 'axios@1.20.0',
    fixed: 'axios@1.21.0',
    check: 'cross-host-auth/scheme-up-302#canary:authorization@dual-tls',
    findings: ['sent', 'absent'],
    behaviour: 'http -> https on same host:port is another origin; Authorization/Cookie must not be forwarded (Fetch rule)',
    source: 'source diff of the published 1.20.0 and 1.21.0 http adapter (no advisory found)',
  },
];
