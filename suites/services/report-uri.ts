import { following } from '../following.ts';
import { keptElsewhere } from '../request-bodies/origins.ts';
import { rewrittenRulings } from '../request-bodies/rewritten.ts';
import { may, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Answer, Call, Scenario } from '../vocabulary/scenario.ts';
import { nginxRedirect } from './answers.ts';

const before: Place = '{home}/r/d/csp/enforce';
const after: Place = '{other}/r/d/csp/enforce';

/** What browsers have sent for years, */
const cspReport: Partial<Call> = {
  headers: [['Content-Type', 'application/csp-report']],
  body: '{"csp-report":{"document-uri":"https://example.com/","violated-directive":"img-src","blocked-uri":"https://example.net/ü.png"}}',
};

/** and what they send by the Reporting API, which follows redirects. */
const reports: Partial<Call> = {
  headers: [['Content-Type', 'application/reports+json']],
  body: '[{"type":"csp-violation","age":42,"url":"https://example.com/","body":{"effectiveDirective":"img-src"}}]',
};

interface Phase {
  readonly name: string;
  readonly title: string;
  readonly status: 301 | 302 | 307 | 308;
  readonly answer?: Answer;
  readonly report: Partial<Call>;
}

/** Code at the edge took the load off the old servers: a redirect of fields alone. */
const edge: Answer = {
  status: 308,
  headers: [
    ['Date', 'Tue, 03 Apr 2018 09:00:00 GMT'],
    ['Location', after],
    ['Server', 'cloudflare'],
  ],
};

const phases: readonly Phase[] = [
  ...([302, 301, 307, 308] as const).map((status): Phase => ({
    name: `csp-${status}`,
    title: `A report of a violated policy, its service moved by ${status}`,
    status,
    report: cspReport,
  })),
  {
    name: 'csp-308-edge',
    title: 'A report of a violated policy, its service moved by a 308 at the edge',
    status: 308,
    answer: edge,
    report: cspReport,
  },
  ...([302, 307, 308] as const).map((status): Phase => ({
    name: `reporting-${status}`,
    title: `A report by the Reporting API, its service moved by ${status}`,
    status,
    report: reports,
  })),
];

/** 301 and 302 may lose the payload, and nobody hears of it; 307 and 308 may not. */
const requestRulings = (status: Phase['status']): readonly Ruling[] =>
  status === 307 || status === 308
    ? [...keptElsewhere(status), should('convention/moved-post-needs-307-or-308', 'POST, same body')]
    : [
        ...rewrittenRulings[status],
        may('convention/moved-post-needs-307-or-308', ['GET, no body', 'POST, same body'], 'The move loses what it moves.'),
      ];

/** A service that receives reports moves to another domain, and tries one status after the other. */
export const reportUri: readonly Scenario[] = phases.map(({ name, title, status, answer, report }) =>
  scenario({
    id: `services/${name}`,
    title,
    routes: { [before]: answer ?? nginxRedirect(status, after), [after]: { status: 201 } },
    call: { method: 'POST', url: before, ...report },
    covers: status === 308 ? ['b-cross-origin-body-308'] : ['b-cross-origin-body-forwarded'],
    checks: [
      { fact: { kind: 'followed', to: after }, rulings: following[status] },
      { fact: { kind: 'request', at: after }, rulings: requestRulings(status) },
    ],
  }),
);
