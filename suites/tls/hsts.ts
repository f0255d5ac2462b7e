import { may, must, not } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const listOrNone = 'Both speak of clients that keep a list of such hosts; whether a library has to keep one, neither says.';
const byHttp = '{home}/target';
const byHttps = '{home-tls}/target';

/** A host that wants https only, and all the same redirects to http. */
export const hsts: readonly Scenario[] = [
  scenario({
    id: 'tls/hsts',
    title: 'A 302 to http from a host that has just asked for https only',
    covers: ['tls-hsts-upgrade'],
    routes: {
      '{home-tls}/start': {
        status: 302,
        location: byHttp,
        headers: [['Strict-Transport-Security', 'max-age=31536000']],
      },
      [byHttp]: { status: 200, body: 'by http' },
      [byHttps]: { status: 200, body: 'by https' },
    },
    call: { method: 'GET', url: '{home-tls}/start' },
    checks: [
      {
        fact: { kind: 'next', after: '{home-tls}/start' },
        rulings: [
          may('fetch/hsts-upgrades', [byHttps, byHttp], listOrNone),
          may('rfc6797/known-hosts-by-https', [byHttps, byHttp, 'returned 302'], listOrNone),
          must('strict/no-downgrade', not(byHttp)),
        ],
      },
    ],
  }),
];
