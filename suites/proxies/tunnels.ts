import { following } from '../rulings/following.ts';
import { may, must, not } from '../rulings/ruling.ts';
import type { Response, Routes } from '../vocabulary/answer.ts';
import type { CheckOf } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { Secret } from '../vocabulary/secret.ts';
import { scenario } from '../builders/scenario.ts';
import { proxied } from './routing.ts';

/** The target of a redirect that a proxy sends instead of opening a tunnel. */
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
    // Not the status of the proxy, so that the finding shows which redirect was returned.
    routes: { '{home}/start': { status: 301, location: '{home-tls}/target' } },
  },
] as const satisfies readonly { name: string; title: string; url: PathPlace; routes: Routes }[];

/** Without a tunnel the connection is not needed. */
const closing: HeaderFields = [['Connection', 'close']];

const challenge: Response = {
  status: 407,
  headers: [['Proxy-Authenticate', 'Basic realm="proxy"'], ...closing],
  body: 'who are you',
};

const onPurpose =
  'RFC 9110 section 9.3.6 says that no tunnel exists then, but not what the caller gets. Some clients return the answer of the proxy on purpose, so that the caller learns what failed.';

/** An answer of the proxy in clear text is not an answer of the origin, so it is not a redirect. */
const redirected: readonly Scenario[] = starts.flatMap(({ name, title, url, routes }) =>
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
            may('rfc9110/no-tunnel-without-2xx', not(`returned ${status}`), onPurpose),
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

/** It is not a response to the call either. */
const refused: readonly Scenario[] = starts.flatMap(({ name, title, url, routes }) =>
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
          rulings: [may('rfc9110/no-tunnel-without-2xx', not(`returned ${answer.status}`), onPurpose)],
        },
      ],
    }),
  ),
);

/** What belongs inside the tunnel is not sent outside of it. */
const notOutside = (secret: Secret): CheckOf<'canary'> => ({
  fact: { kind: 'canary', secret, at: 'proxy' },
  rulings: [must('rfc9110/https-is-secured', 'absent')],
});

const hidden: readonly Scenario[] = (
  [
    { name: 'same-origin', title: 'to a path', to: '{home-tls}/target' },
    { name: 'other-host', title: 'to another host', to: '{other-tls}/target' },
  ] as const
).map(({ name, title, to }) =>
  scenario({
    id: `proxies/nothing-beside-the-tunnel-${name}`,
    title: `What a proxy receives on a redirect ${title}, over https`,
    routes: { '{home-tls}/start': { status: 302, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home-tls}/start', proxy: proxied },
    plant: ['cookie'],
    covers: ['px-tunnel-redirect'],
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[302] },
      ...(['authorization', 'cookie', 'x-api-key'] as const).map(notOutside),
    ],
  }),
);

/** A request that is sent to the proxy in full has no other answer than that of the proxy. */
const challenged: Scenario = scenario({
  id: 'proxies/407-after-a-redirect',
  title: 'A proxy that asks for credentials at the second request',
  routes: { '{home}/start': { status: 302, location: '{other}/target' }, '{other}/target': challenge },
  call: { method: 'GET', url: '{home}/start', proxy: proxied },
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [may('fetch/407-asks-the-user', ['returned 407', 'any error but blocked-address'])],
    },
  ],
});

/** What a proxy answers to CONNECT, and what it receives outside the tunnel. */
export const proxyTunnels: readonly Scenario[] = [...redirected, ...refused, ...hidden, challenged];
