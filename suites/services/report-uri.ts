import { keptElsewhere, rewrittenRulings } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { may, should } from '../rulings/ruling.ts';
import type { Answer } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { nginxRedirectOf2018 } from '../builders/nginx-redirect.ts';

const oldPlace: Place = '{home}/r/d/csp/enforce';
const newPlace: Place = '{other}/r/d/csp/enforce';

/** A report by `report-uri`. */
const cspReport: Partial<Call> = {
  headers: [['Content-Type', 'application/csp-report']],
  body: '{"csp-report":{"document-uri":"https://example.com/","violated-directive":"img-src","blocked-uri":"https://example.net/ü.png"}}',
};

/** A report of the Reporting API, which follows redirects. */
const apiReport: Partial<Call> = {
  headers: [['Content-Type', 'application/reports+json']],
  body: '[{"type":"csp-violation","age":42,"url":"https://example.com/","body":{"effectiveDirective":"img-src"}}]',
};

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: 301 | 302 | 307 | 308;
  readonly answer?: Answer;
  readonly report: Partial<Call>;
}

/** A redirect from code on an edge server, without a body. */
const edgeRedirect: Answer = {
  status: 308,
  headers: [
    ['Date', 'Tue, 03 Apr 2018 09:00:00 GMT'],
    ['Location', newPlace],
    ['Server', 'cloudflare'],
  ],
};

const rows: readonly Row[] = [
  ...([302, 301, 307, 308] as const).map((status): Row => ({
    name: `csp-${status}`,
    title: `A CSP report to a service that has moved, redirected by ${status}`,
    status,
    report: cspReport,
  })),
  {
    name: 'csp-308-edge',
    title: 'A CSP report to a service that has moved, redirected by a 308 of an edge server',
    status: 308,
    answer: edgeRedirect,
    report: cspReport,
  },
  ...([302, 307, 308] as const).map((status): Row => ({
    name: `reporting-${status}`,
    title: `A report of the Reporting API to a service that has moved, redirected by ${status}`,
    status,
    report: apiReport,
  })),
];

/** On 301 and 302 the report may be lost without an error. On 307 and 308 it should arrive. */
const rulingsOnRequest = (status: Row['status']): readonly RulingOn<'request'>[] =>
  status === 307 || status === 308
    ? [...keptElsewhere(status), should('convention/moved-post-needs-307-or-308', 'POST, same body')]
    : [
        ...rewrittenRulings[status],
        may('convention/moved-post-needs-307-or-308', ['GET, no body', 'POST, same body'], 'With a GET the report is lost.'),
      ];

const toScenario = ({ name, title, status, answer, report }: Row): Scenario =>
  scenario({
    id: `services/${name}`,
    title,
    routes: { [oldPlace]: answer ?? nginxRedirectOf2018(status, newPlace), [newPlace]: { status: 201 } },
    call: { method: 'POST', url: oldPlace, ...report },
    covers: status === 308 ? ['b-cross-origin-body-308'] : ['b-cross-origin-body-forwarded'],
    checks: [
      { fact: { kind: 'followed', to: newPlace }, rulings: following[status] },
      { fact: { kind: 'request', at: newPlace }, rulings: rulingsOnRequest(status) },
    ],
  });

/** A service that receives reports moves to another domain, and uses one status after another for its redirect. */
export const reportUri: readonly Scenario[] = rows.map(toScenario);
