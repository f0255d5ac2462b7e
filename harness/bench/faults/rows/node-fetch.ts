import type { FaultRow } from '../known-fault.ts';

export const faultsOfNodeFetch: readonly FaultRow[] = [
  {
    id: 'CVE-2022-0235#2.6.6',
    vulnerable: 'node-fetch@2.6.6',
    fixed: 'node-fetch@2.6.7',
    check: 'cross-host-auth/host-302#canary:authorization@other',
    findings: ['sent', 'absent'],
    behaviour: 'GET with Authorization and Cookie; 302 to another host; must not reach it',
    source: 'node-fetch commit f5d3cf5 (pull 1449)',
  },
  {
    id: 'CVE-2022-0235-cookie#3.1.0',
    vulnerable: 'node-fetch@3.1.0',
    fixed: 'node-fetch@3.1.1',
    check: 'cross-host-auth/host-302#canary:cookie@other',
    findings: ['sent', 'absent'],
    behaviour: 'GET with Cookie; 302 to another host; must not reach it',
    source: 'node-fetch commit f5d3cf5 (pull 1449)',
  },
  {
    id: 'node-fetch-protocol-change-2022#2.6.7',
    vulnerable: 'node-fetch@2.6.7',
    fixed: 'node-fetch@2.6.8',
    check: 'cross-host-auth/scheme-down-302#canary:authorization@dual',
    findings: ['sent', 'absent'],
    behaviour: 'GET https with Authorization; 302 to http on the same host; must not go out in cleartext',
    source: 'node-fetch commits e87b093 (pull 1599) and fddad0e (pull 1605)',
  },
];
