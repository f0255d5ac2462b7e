import { keptElsewhere, putElsewhere, resentRulings, rewrittenRulings } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { handedOver } from '../rulings/manual.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { nginxRedirect } from '../builders/nginx-redirect.ts';

/** A URL as users type it: the server adds https, then www, then the slash of a folder. */
const typedUrl: Scenario = scenario({
  id: 'services/https-www-slash',
  title: 'Redirects to https, to another host, and to a folder with its slash',
  routes: {
    '{home}/docs': nginxRedirect(301, '{home-tls}/docs', { written: 'https://$host$request_uri' }),
    '{home-tls}/docs': nginxRedirect(301, '{other-tls}/docs'),
    '{other-tls}/docs': nginxRedirect(301, '{other-tls}/docs/', { by: 'folder' }),
    '{other-tls}/docs/': { status: 200, body: 'the documents' },
  },
  call: { method: 'GET', url: '{home}/docs' },
  covers: ['tls-http-to-https'],
  checks: [{ fact: { kind: 'followed', to: '{other-tls}/docs/' }, rulings: following[301] }],
});

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: 301 | 308;
  readonly method: 'POST' | 'PUT';
  readonly from: Place;
  readonly to: Place;
  /** The target as the configuration of nginx has it. */
  readonly written: string;
}

const rows: readonly Row[] = [
  ...([301, 308] as const).flatMap((status) =>
    (['POST', 'PUT'] as const).map((method): Row => ({
      name: `force-https-${status}-${method.toLowerCase()}`,
      title: `${method} to a server that redirects to https by ${status}`,
      status,
      method,
      from: '{home}/orders',
      to: '{home-tls}/orders',
      written: 'https://$host$request_uri',
    })),
  ),
  ...([301, 308] as const).map((status): Row => ({
    name: `slash-${status}-post`,
    title: `POST to a path to which the server adds a slash by ${status}`,
    status,
    method: 'POST',
    from: '{home}/orders',
    to: '{home}/orders/',
    written: '$scheme://$host$uri/',
  })),
];

function rulingsOnRequest({ status, method, from, to }: Row): readonly RulingOn<'request'>[] {
  if (method === 'PUT') return status === 301 ? putElsewhere : keptElsewhere(308, 'PUT');
  if (status === 301) return rewrittenRulings[301];
  return originOf(from) === originOf(to) ? resentRulings(308) : keptElsewhere(308);
}

/** POST and PUT to a URL that is almost right: a 301 drops the body of a POST, and a 308 keeps it. */
const toScenario = (row: Row): Scenario =>
  scenario({
    id: `services/${row.name}`,
    title: row.title,
    routes: {
      [row.from]: nginxRedirect(row.status, row.to, { written: row.written }),
      [row.to]: { status: 201, body: 'ordered' },
    },
    call: { method: row.method, url: row.from, headers: [['Content-Type', 'application/json']], body: '{"item":"ü"}' },
    checks: [
      { fact: { kind: 'followed', to: row.to }, rulings: following[row.status] },
      { fact: { kind: 'request', at: row.to }, rulings: rulingsOnRequest(row) },
    ],
  });

const probe: Place = '{home}/generate_204';

/** The network answers for every host, so its login page seems to be at the same host. */
const login: Place = '{home}/login?from=generate_204';
const location = '/login?from=generate_204';

const routes: Routes = {
  [probe]: { status: 302, location, headers: [['Cache-Control', 'no-store']], body: 'log in first' },
  [login]: { status: 200, body: 'name and password, please' },
};

/** A network that answers for every host until the user has logged in. The caller must be able to notice that. */
const captivePortal: readonly Scenario[] = [
  scenario({
    id: 'services/captive-portal',
    title: 'A captive portal that redirects every request to its login page',
    routes,
    call: { method: 'GET', url: probe },
    covers: ['s3-captive-portal'],
    checks: [
      { fact: { kind: 'followed', to: login }, rulings: following[302] },
      {
        fact: { kind: 'final-url' },
        given: { fact: { kind: 'requests', at: login }, oneOf: ['1'] },
        rulings: [must('fetch/response-url', login), should('convention/final-url-told', login)],
      },
    ],
  }),
  scenario({
    id: 'services/captive-portal-shown',
    title: 'A captive portal that redirects every request to its login page, with redirects not followed',
    routes,
    call: { method: 'GET', url: probe, redirect: 'manual' },
    covers: ['s3-captive-portal'],
    checks: [
      { fact: { kind: 'followed', to: login }, rulings: handedOver(302) },
      {
        fact: { kind: 'response-header', name: 'Location' },
        given: { fact: { kind: 'outcome' }, oneOf: ['returned 302'] },
        rulings: [
          must('adr-016/rule-1', not('absent')),
          may('adr-016/rule-1', location),
          should('convention/manual-shows-the-redirect', location),
        ],
      },
    ],
  }),
];

export const hops: readonly Scenario[] = [typedUrl, ...rows.map(toScenario), ...captivePortal];
