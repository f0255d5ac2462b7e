import { following } from '../following.ts';
import { handedOver } from '../redirect-modes/manual.ts';
import { keptElsewhere, putElsewhere } from '../request-bodies/origins.ts';
import { rewrittenRulings } from '../request-bodies/rewritten.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Routes, Scenario } from '../vocabulary/scenario.ts';
import { nginxRedirect, resent } from './answers.ts';

/** What a user types, an edge that wants https, the name with www, and a folder with its slash. */
const typed: Scenario = scenario({
  id: 'services/https-www-slash',
  title: 'From http to https, to another host, and to a folder with its slash',
  routes: {
    '{home}/docs': nginxRedirect(301, '{home-tls}/docs'),
    '{home-tls}/docs': nginxRedirect(301, '{other-tls}/docs'),
    '{other-tls}/docs': nginxRedirect(301, '{other-tls}/docs/'),
    '{other-tls}/docs/': { status: 200, body: 'the documents' },
  },
  call: { method: 'GET', url: '{home}/docs' },
  covers: ['tls-http-to-https'],
  checks: [{ fact: { kind: 'followed', to: '{other-tls}/docs/' }, rulings: following[301] }],
});

interface Post {
  readonly name: string;
  readonly title: string;
  readonly status: 301 | 308;
  readonly method: 'POST' | 'PUT';
  readonly from: Place;
  readonly to: Place;
}

const posts: readonly Post[] = [
  ...([301, 308] as const).flatMap((status) =>
    (['POST', 'PUT'] as const).map((method): Post => ({
      name: `force-https-${status}-${method.toLowerCase()}`,
      title: `${method} to a server that forces https by ${status}`,
      status,
      method,
      from: '{home}/orders',
      to: '{home-tls}/orders',
    })),
  ),
  ...([301, 308] as const).map((status): Post => ({
    name: `slash-${status}-post`,
    title: `POST to a path whose slash a server adds by ${status}`,
    status,
    method: 'POST',
    from: '{home}/orders',
    to: '{home}/orders/',
  })),
];

function requestRulings({ status, method, from, to }: Post): readonly Ruling[] {
  if (method === 'PUT') return status === 301 ? putElsewhere : keptElsewhere(308, 'PUT');
  if (status === 301) return rewrittenRulings[301];
  return originOf(from) === originOf(to) ? resent(308) : keptElsewhere(308);
}

/** Writes to an address that was not quite right: by 301 a POST loses what it brought, and 308 keeps it. */
const writes: readonly Scenario[] = posts.map((post) =>
  scenario({
    id: `services/${post.name}`,
    title: post.title,
    routes: { [post.from]: nginxRedirect(post.status, post.to), [post.to]: { status: 201, body: 'ordered' } },
    call: { method: post.method, url: post.from, headers: [['Content-Type', 'application/json']], body: '{"item":"ü"}' },
    checks: [
      { fact: { kind: 'followed', to: post.to }, rulings: following[post.status] },
      { fact: { kind: 'request', at: post.to }, rulings: requestRulings(post) },
    ],
  }),
);

const probe: Place = '{home}/generate_204';

/** The network answers for every host, its own login page included. */
const login: Place = '{home}/login?from=generate_204';
const location = '/login?from=generate_204';

const routes: Routes = {
  [probe]: { status: 302, location, headers: [['Cache-Control', 'no-store']], body: 'log in first' },
  [login]: { status: 200, body: 'name and password, please' },
};

/** A network that answers for every host until its user has logged in: the caller has to be able to tell. */
const captivePortal: readonly Scenario[] = [
  scenario({
    id: 'services/captive-portal',
    title: 'A network that sends every request to its login page',
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
    title: 'A network that sends every request to its login page, which the caller wants to know',
    routes,
    call: { method: 'GET', url: probe, redirect: 'manual' },
    covers: ['s3-captive-portal'],
    checks: [
      {
        fact: { kind: 'followed', to: login },
        rulings: handedOver(302),
      },
      {
        fact: { kind: 'response-header', name: 'Location' },
        given: { fact: { kind: 'outcome' }, oneOf: ['returned 302'] },
        rulings: [must('adr-016/rule-1', location), should('convention/manual-shows-the-redirect', location)],
      },
    ],
  }),
];

export const hops: readonly Scenario[] = [typed, ...writes, ...captivePortal];
