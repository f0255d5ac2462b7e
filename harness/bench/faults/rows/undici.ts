import type { FaultRow } from '../known-fault.ts';

export const faultsOfUndici: readonly FaultRow[] = [
  {
    id: 'undici-authorization-2021',
    vulnerable: 'undici/request@4.1.0',
    fixed: 'undici/request@4.1.1',
    check: 'cross-host-auth/host-302#canary:authorization@other',
    findings: ['sent', 'absent'],
    behaviour: 'undici.request with maxRedirections; Authorization must not reach another host',
    source: 'undici commit 7755c14a4 (pull 875)',
  },
  {
    id: 'CVE-2023-45143',
    vulnerable: 'undici/fetch@5.26.0',
    fixed: 'undici/fetch@5.26.2',
    check: 'cross-host-auth/host-302#canary:cookie@other',
    findings: ['sent', 'absent'],
    behaviour: 'undici.fetch; Cookie must not reach another origin',
    source: 'GHSA-wqq4-5wpv-mx2g; undici commit e041de359',
  },
  {
    id: 'CVE-2024-24758#5.28.2',
    vulnerable: 'undici/fetch@5.28.2',
    fixed: 'undici/fetch@5.28.3',
    check: 'cross-host-auth/host-302#canary:proxy-authorization@other',
    findings: ['sent', 'absent'],
    behaviour: 'undici.fetch; Proxy-Authorization must not reach another origin',
    source: 'GHSA-3787-6prv-h9w3; undici commit b9da3e40f',
  },
  {
    id: 'CVE-2024-30260#5.28.3',
    vulnerable: 'undici/request@5.28.3',
    fixed: 'undici/request@5.28.4',
    check: 'cross-host-auth/host-302#canary:proxy-authorization@other',
    findings: ['sent', 'absent'],
    behaviour: 'undici.request with maxRedirections; Proxy-Authorization must not reach another origin',
    source: 'GHSA-m4v8-wqvr-p9f7; undici commit 680574668',
  },
];
