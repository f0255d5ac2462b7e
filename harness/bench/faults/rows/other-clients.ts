import type { FaultRow } from '../known-fault.ts';

export const faultsOfOtherClients: readonly FaultRow[] = [
  {
    id: 'CVE-2023-45143#node',
    vulnerable: 'node/fetch+node@18.18.1',
    fixed: 'node/fetch+node@18.18.2',
    check: 'cross-host-auth/host-302#canary:cookie@other',
    findings: ['sent', 'absent'],
    behaviour: 'built-in fetch; Cookie must not reach another origin',
    source: 'GHSA-wqq4-5wpv-mx2g; undici commit e041de359',
  },
  {
    id: 'CVE-2024-24758#node',
    vulnerable: 'node/fetch+node@20.11.0',
    fixed: 'node/fetch+node@20.11.1',
    check: 'cross-host-auth/host-302#canary:proxy-authorization@other',
    findings: ['sent', 'absent'],
    behaviour: 'built-in fetch; Proxy-Authorization must not reach another origin',
    source: 'GHSA-3787-6prv-h9w3; undici commit b9da3e40f',
  },
  {
    id: 'needle-proxy-authorization-2026',
    vulnerable: 'needle@3.3.1+follow-max',
    fixed: 'needle@3.4.0+follow-max',
    check: 'cross-host-auth/host-302#canary:proxy-authorization@other',
    findings: ['sent', 'absent'],
    behaviour: 'GET with Proxy-Authorization; 302 to another host; must not reach it',
    source: 'needle commit a1398bb (no advisory found)',
  },
];
