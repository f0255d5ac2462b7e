import type { FaultRow } from '../known-fault.ts';

export const faultsOfGot: readonly FaultRow[] = [
  {
    id: 'got-host-header-2020',
    vulnerable: 'got@11.1.2',
    fixed: 'got@11.1.3',
    check: 'headers/host-by-hand-other#field:host@other/target',
    findings: ['virtual.example', '{other.host}'],
    behaviour: 'caller sets Host; 302 to another host; second request must carry the new host',
    source: 'got commit 8ff71d97 (pull 1241)',
  },
  {
    id: 'got-port-only-2020',
    vulnerable: 'got@11.6.0',
    fixed: 'got@11.6.1',
    check: 'cross-host-auth/port-302#canary:authorization@home-8080',
    findings: ['sent', 'absent'],
    behaviour: 'GET with Authorization; 302 to another port of the same host; must not reach it',
    source: 'bisected over published versions (got 11.6.0/11.6.1); got commit 408e22ae (pull 1439)',
  },
  {
    id: 'got-userinfo-in-location-2026',
    vulnerable: 'got@14.6.6',
    fixed: 'got@15.0.0',
    check: 'credentials/location-other-host#field:authorization@other/target',
    findings: ['Basic YWxhZGRpbjpzZXNhbWU=', 'absent'],
    behaviour: 'Location http://user:pass@other/; server-chosen credentials must not be turned into an Authorization header',
    source: 'got commits d158f280 and e5e645a7 (15.0.0; no advisory found)',
  },
  {
    id: 'got-body-cross-origin-302-2026',
    vulnerable: 'got@14.6.6',
    fixed: 'got@15.0.0',
    check: 'options/keeps-post-on-302-to-another-host#request@other/target',
    findings: ['POST, same body', 'GET, no body'],
    behaviour: 'POST body with methodRewriting:false; 302 to another host; body must not reach it',
    source: 'got commits d158f280 and e5e645a7 (15.0.0; no advisory found)',
  },
  {
    id: 'got-300-304-followed-2026',
    vulnerable: 'got@14.6.6',
    fixed: 'got@15.0.0',
    check: 'metadata/unfollowed-304#followed',
    findings: ['followed', 'returned 304'],
    behaviour: '304 with Location; client must return the 304, not follow',
    source: 'got commit 5fccaab4',
  },
];
