import { following } from '../following.ts';
import { refused } from '../location-resolution/answers.ts';
import { may, must, not } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Secret } from '../vocabulary/fact.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { HeaderFields, Response, Routes, Scenario } from '../vocabulary/scenario.ts';
import { proxied } from './ways.ts';

/** Where a proxy would like the client to go. */
const trap: PathPlace = '{other}/trap';

const starts = [
  {
    name: 'at-once',
    title: 'an https URL',
    url: '{home-tls}/target',
    routes: { '{home-tls}/target': { status: 200, body: 'arrived' } },
  },
  {
    name: 'after-a-redirect',
    title: 'the https URL of a redirect',
    url: '{home}/start',
    // Another status than that of the proxy, so that it can be told whose redirect was handed over.
    routes: { '{home}/start': { status: 301, location: '{home-tls}/target' } },
  },
] as const satisfies readonly { name: string; title: string; url: PathPlace; routes: Routes }[];

/** Without a tunnel there is no use for the connection either. */
const closing: HeaderFields = [['Connection', 'close']];

const challenge: Response = {
  status: 407,
  headers: [['Proxy-Authenticate', 'Basic realm="proxy"'], ...closing],
  body: 'who are you',
};

const onPurpose =
  'Some clients hand over what the proxy answered on purpose, so that the caller learns what went wrong, or what is missing.';

/** What the proxy says in clear text is no answer of the origin, and so no redirect. */
const misleading: readonly Scenario[] = starts.flatMap(({ name, title, url, routes }) =>
  ([302, 307] as const).map((status) =>
    scenario({
      id: `proxies/connect-${status}-${name}`,
      title: `A proxy that answers ${status} to the CONNECT for ${title}`,
      routes: {
        ...routes,
        '{proxy}>home-tls': { status, location: trap, headers: closing },
        [trap]: { status: 200, body: 'trapped' },
      },
      call: { method: 'GET', url, proxy: proxied },
      covers: ['px-tunnel-redirect'],
      checks: [
        {
          fact: { kind: 'followed', to: trap },
          rulings: [
            must('rfc9110/https-answers-secured', not('followed')),
            must('rfc9110/https-answers-secured', not(`returned ${status}`), onPurpose),
          ],
        },
      ],
    }),
  ),
);

const refusals: readonly { readonly answer: Response; readonly does: string }[] = [
  { answer: { status: 503, headers: closing, body: 'no' }, does: 'answers 503 to' },
  { answer: challenge, does: 'asks for credentials at' },
];

/** Nor is it a response to the call. */
const closed: readonly Scenario[] = starts.flatMap(({ name, title, url, routes }) =>
  refusals.map(({ answer, does }) =>
    scenario({
      id: `proxies/connect-${answer.status}-${name}`,
      title: `A proxy that ${does} the CONNECT for ${title}`,
      routes: { ...routes, '{proxy}>home-tls': answer },
      call: { method: 'GET', url, proxy: proxied },
      covers: ['px-tunnel-redirect'],
      checks: [
        {
          fact: { kind: 'outcome' },
          rulings: [must('rfc9110/https-answers-secured', not(`returned ${answer.status}`), onPurpose)],
        },
      ],
    }),
  ),
);

/** What belongs into the tunnel does not stand before it. */
const outside = (secret: Secret): Check => ({
  fact: { kind: 'canary', secret, at: 'proxy' },
  rulings: [must('rfc9110/https-is-secured', 'absent')],
});

const covered: readonly Scenario[] = (
  [
    { name: 'same-origin', title: 'to a path', to: '{home-tls}/target' },
    { name: 'other-host', title: 'to another host', to: '{other-tls}/target' },
  ] as const
).map(({ name, title, to }) =>
  scenario({
    id: `proxies/nothing-beside-the-tunnel-${name}`,
    title: `What a proxy sees of a redirect ${title}, by https`,
    routes: { '{home-tls}/start': { status: 302, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home-tls}/start', proxy: proxied },
    plant: ['cookie'],
    covers: ['px-tunnel-redirect'],
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[302] },
      ...(['authorization', 'cookie', 'x-api-key'] as const).map(outside),
    ],
  }),
);

/** Told whole, a request has no other answer than that of the proxy. */
const challenged: Scenario = scenario({
  id: 'proxies/407-after-a-redirect',
  title: 'A proxy that asks for credentials at the second request',
  routes: { '{home}/start': { status: 302, location: '{other}/target' }, '{other}/target': challenge },
  call: { method: 'GET', url: '{home}/start', proxy: proxied },
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [may('fetch/407-asks-the-user', ['returned 407', ...refused])],
    },
  ],
});

export const tunnels: readonly Scenario[] = [...misleading, ...closed, ...covered, challenged];
