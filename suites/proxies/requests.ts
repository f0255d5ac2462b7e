import { keptElsewhere, rewrittenRulings } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { stoppedAfter } from '../rulings/cycles.ts';
import { must, not, should } from '../rulings/ruling.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { arrivesVia, proxied } from './routing.ts';

const leads = [
  { name: 'to-other-host', title: 'another host', to: '{other}/target' },
  { name: 'up', title: 'https', to: '{home-tls}/target' },
] as const satisfies readonly { name: string; title: string; to: PathPlace }[];

const kept: readonly Scenario[] = leads.flatMap(({ name, title, to }) =>
  ([307, 308] as const).map((status) =>
    scenario({
      id: `proxies/post-${name}-${status}`,
      title: `Through a proxy, a POST on a ${status} to ${title}`,
      routes: { '{home}/start': { status, location: to }, [to]: { status: 200, body: 'arrived' } },
      call: {
        method: 'POST',
        url: '{home}/start',
        headers: [['Content-Type', 'text/plain']],
        body: 'all of it',
        proxy: proxied,
      },
      covers: ['px-all-hops'],
      checks: [
        { fact: { kind: 'followed', to }, rulings: following[status] },
        { fact: { kind: 'request', at: to }, rulings: keptElsewhere(status) },
        arrivesVia(to, 'proxy'),
      ],
    }),
  ),
);

const rewritten: Scenario = scenario({
  id: 'proxies/post-to-other-host-303',
  title: 'Through a proxy, a POST on a 303 to another host',
  routes: { '{home}/start': { status: 303, location: '{other}/target' }, '{other}/target': { status: 200, body: 'arrived' } },
  call: { method: 'POST', url: '{home}/start', headers: [['Content-Type', 'text/plain']], body: 'all of it', proxy: proxied },
  covers: ['px-all-hops'],
  checks: [
    { fact: { kind: 'followed', to: '{other}/target' }, rulings: following[303] },
    { fact: { kind: 'request', at: '{other}/target' }, rulings: rewrittenRulings[303] },
    arrivesVia('{other}/target', 'proxy'),
  ],
});

const fragment: Scenario = scenario({
  id: 'proxies/fragment',
  title: 'Through a proxy, fragments in the URL and in Location',
  routes: {
    '{home}/start': { status: 302, location: '{other}/target#there' },
    '{other}/target': { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: '{home}/start#here', proxy: proxied },
  covers: ['f-not-in-absolute-form'],
  checks: [
    {
      fact: { kind: 'followed', to: '{other}/target' },
      // A request target with a fragment has no route, so its answer is 404.
      rulings: [...following[302], must('rfc9110/fragment-stays-home', not('returned 404'))],
    },
  ],
});

/** A client that obeys a 305 sends the request again, through the proxy in its Location. */
const useProxy: Scenario = scenario({
  id: 'proxies/305',
  title: 'Through a proxy, a 305 to another proxy',
  routes: {
    '{home}/start': [
      { when: { visit: 1 }, answer: { status: 305, location: '{other-proxy}/' } },
      { answer: { status: 200, body: 'arrived' } },
    ],
  },
  alsoListening: ['other-proxy'],
  call: { method: 'GET', url: '{home}/start', proxy: proxied },
  checks: [
    { fact: { kind: 'outcome' }, rulings: [...following[305], should('convention/no-proxy-by-305', 'returned 305')] },
    {
      fact: { kind: 'route', at: '{home}/start', visit: 2 },
      rulings: [should('convention/no-proxy-by-305', not('via other-proxy'))],
    },
  ],
});

/** The proxy and the connection to it stay the same; only the URLs show the cycle. */
const cycle: Scenario = scenario({
  id: 'proxies/circle',
  title: 'Through a proxy, two hosts that redirect to each other',
  routes: {
    '{home}/a': { status: 302, location: '{other}/a' },
    '{other}/a': { status: 302, location: '{home}/a' },
  },
  call: { method: 'GET', url: '{home}/a', proxy: proxied },
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [
        must('fetch/only-the-count-stops', 'any error'),
        should('rfc9110/cycles-broken', not('cut off after 100 requests')),
        must('adr-016/rule-8', 'error: redirect-loop'),
      ],
    },
    stoppedAfter(2),
  ],
});

const hop = (n: number): PathPlace => (n % 2 === 0 ? `{home}/${n}` : `{other}/${n}`);

const limit: Scenario = scenario({
  id: 'proxies/limit',
  title: 'Through a proxy, four redirects where three are allowed',
  routes: {
    ...Object.fromEntries([0, 1, 2, 3].map((n) => [hop(n), { status: 302, location: hop(n + 1) }])),
    [hop(4)]: { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: hop(0), maxRedirects: 3, proxy: proxied },
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [
        must('adr-016/rule-9', 'error: too-many-redirects'),
        should('convention/limit-is-inclusive', not('returned 200')),
      ],
    },
    {
      fact: { kind: 'requests', at: hop(4) },
      rulings: [must('adr-016/rule-9', '0'), should('convention/limit-is-inclusive', '0')],
    },
  ],
});

/** Method and body, fragments, 305, a cycle and a limit. */
export const proxiedRequests: readonly Scenario[] = [...kept, rewritten, fragment, useProxy, cycle, limit];
