import type { FaultRow } from '../known-fault.ts';

export const faultsOfSuperagent: readonly FaultRow[] = [
  {
    id: 'superagent-authorization-2017',
    vulnerable: 'superagent@3.8.0',
    fixed: 'superagent@3.8.1',
    check: 'cross-host-auth/host-302#canary:authorization@other',
    findings: ['sent', 'absent'],
    behaviour: 'GET with Authorization; 302 to another host; must not reach it',
    source: 'superagent commit 087edaf (issue 1309)',
  },
  {
    id: 'superagent-scheme-change-2026',
    vulnerable: 'superagent@10.3.0',
    fixed: 'superagent@10.4.0',
    check: 'cross-host-auth/scheme-down-302#canary:authorization@dual',
    findings: ['sent', 'absent'],
    behaviour: 'https -> http on the same host:port; Authorization must not go out in cleartext',
    source: 'source diff of the published 10.3.0 and 10.4.0',
  },
  {
    id: 'superagent-307-authorization-2026',
    vulnerable: 'superagent@10.3.0',
    fixed: 'superagent@10.4.0',
    check: 'cross-host-auth/host-307#canary:authorization@other',
    findings: ['sent', 'absent'],
    behaviour: 'GET with Authorization; 307 to another host; must not reach it',
    source: 'github.com/forwardemail/superagent/issues/1844',
  },
];
