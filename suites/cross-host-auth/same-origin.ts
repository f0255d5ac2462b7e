import { following } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';

interface Spelling {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
}

/** Ways to write one target at the origin of the request. */
const spellings: readonly Spelling[] = [
  { name: 'same-origin', title: 'within the origin', location: '{home}/target' },
  { name: 'same-origin-relative', title: 'to a relative path', location: '/target' },
  { name: 'same-origin-without-scheme', title: 'to the same host, scheme left out', location: '//{home.host}/target' },
  {
    name: 'same-origin-default-port',
    title: 'to the same host, default port spelled out',
    location: 'http://{home.host}:80/target',
  },
  {
    name: 'same-origin-scheme-in-capitals',
    title: 'to the same host, scheme in capitals',
    location: 'HTTP://{home.host}/target',
  },
];

const at: Place = '{home}/target';

/** Nothing was left behind, so nothing is to be taken away. */
const kept: readonly Check[] = [
  {
    fact: { kind: 'canary', secret: 'authorization', at },
    rulings: [must('fetch/authorization-kept-same-origin', 'sent'), should('rfc9110/request-resent', 'sent')],
  },
  { fact: { kind: 'canary', secret: 'x-api-key', at }, rulings: [should('rfc9110/request-resent', 'sent')] },
  {
    fact: { kind: 'canary', secret: 'cookie', at },
    rulings: [
      should(
        'rfc9110/request-resent',
        'sent',
        'Clients with a jar take every Cookie for their own, and compute it anew for each request.',
      ),
    ],
  },
  // Meant for a proxy, and there is none: whether it goes along is nobody's rule.
  { fact: { kind: 'canary', secret: 'proxy-authorization', at }, rulings: [] },
];

export const sameOrigin: readonly Scenario[] = spellings.map(({ name, title, location }) =>
  scenario({
    id: `cross-host-auth/${name}-302`,
    title: `Credentials on a 302 ${title}`,
    routes: {
      '{home}/start': { status: 302, headers: [['Location', location]] },
      [at]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{home}/start' },
    plant: ['cookie', 'proxy-authorization'],
    checks: [{ fact: { kind: 'followed', to: at }, rulings: following[302] }, ...kept],
  }),
);
