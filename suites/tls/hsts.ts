import { may, must, not } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const listOrNone = 'Both are about clients that keep a list of HSTS hosts; neither says whether a library must keep one.';
const byHttp = '{home}/target';
const byHttps = '{home-tls}/target';

/** A host with HSTS that redirects to http. */
export const hstsScenarios: readonly Scenario[] = [
  scenario({
    id: 'tls/hsts',
    title: 'A 302 to http from a host that sends Strict-Transport-Security in the same response',
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
