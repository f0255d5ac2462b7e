import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { nginx308WithoutLocation } from '../builders/nginx-redirect.ts';
import { scenario } from '../builders/scenario.ts';

const moved: PathPlace = '{other}/reports';

const report: Partial<Call> = {
  headers: [['Content-Type', 'application/csp-report']],
  body: '{"csp-report":{"document-uri":"https://example.com/","violated-directive":"img-src"}}',
};

const toScenario = (method: 'GET' | 'POST'): Scenario =>
  scenario({
    id: `missing-location/nginx-308-${method.toLowerCase()}`,
    title: `${method} answered by the 308 of nginx 1.12, with the URL in the body`,
    routes: { '{home}/start': nginx308WithoutLocation(moved) },
    alsoListening: ['other'],
    call: { method, url: '{home}/start', ...(method === 'POST' && report) },
    covers: ['nl-30x-returned', 'nl-body-readable'] satisfies RowId[],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/missing-location-returned', 'returned 308'),
          may('rfc9110/redirect-needs-location', 'returned 308'),
          should('convention/nginx-308-without-location', 'returned 308'),
        ],
      },
      {
        fact: { kind: 'requests' },
        rulings: [
          must('fetch/missing-location-returned', '1'),
          should('rfc9110/target-from-location', '1'),
          should('convention/location-only', '1'),
        ],
      },
      {
        fact: { kind: 'response-body', from: '{home}/start' },
        rulings: [
          must('fetch/missing-location-returned', 'same bytes'),
          should('convention/missing-location-returned', 'same bytes'),
        ],
      },
    ],
  });

export const nginx308: readonly Scenario[] = (['GET', 'POST'] as const).map(toScenario);
