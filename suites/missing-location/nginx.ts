import type { RowId } from '../coverage/behaviours/index.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, RawAnswer, Scenario } from '../vocabulary/scenario.ts';

const moved: Place = '{other}/reports';

/** `return 308 <url>;` by nginx 1.12.2, byte for byte. The URL is 32 octets: a label has six. */
const nginx: RawAnswer = {
  raw: [
    'HTTP/1.1 308 ',
    'Server: nginx/1.12.2',
    'Date: Tue, 03 Apr 2018 09:00:00 GMT',
    'Content-Type: application/octet-stream',
    'Content-Length: 32',
    'Connection: keep-alive',
    '',
    moved,
  ].join('\r\n'),
};

const report: Partial<Call> = {
  headers: [['Content-Type', 'application/csp-report']],
  body: '{"csp-report":{"document-uri":"https://example.com/","violated-directive":"img-src"}}',
};

export const nginx308: readonly Scenario[] = (['GET', 'POST'] as const).map((method) =>
  scenario({
    id: `missing-location/nginx-308-${method.toLowerCase()}`,
    title: `${method} answered by the 308 of nginx 1.12, its URL in the body`,
    routes: { '{home}/start': nginx },
    alsoListening: ['other'],
    call: { method, url: '{home}/start', ...(method === 'POST' && report) },
    covers: ['nl-30x-returned', 'nl-body-readable'] satisfies RowId[],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/missing-location-returned', 'returned 308'),
          should('rfc9110/redirect-needs-location', 'returned 308'),
          should('convention/nginx-308-without-location', 'returned 308'),
        ],
      },
      {
        fact: { kind: 'requests' },
        rulings: [
          must('fetch/missing-location-returned', '1'),
          should('rfc9110/redirect-needs-location', '1'),
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
  }),
);
