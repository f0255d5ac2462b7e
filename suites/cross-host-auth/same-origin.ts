import type { RowId } from '../coverage/behaviours/index.ts';
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
  readonly covers: readonly RowId[];
}

/** Ways to write one target at the origin of the request. */
const spellings: readonly Spelling[] = [
  {
    name: 'same-origin',
    title: 'within the origin',
    location: '{home}/target',
    covers: ['a-same-origin-kept', 'a-cookie-header-same-origin', 'h-custom-kept-same-origin'],
  },
  {
    name: 'same-origin-relative',
    title: 'to a relative path',
    location: '/target',
    covers: ['a-same-origin-kept', 'a-cookie-header-same-origin', 'h-custom-kept-same-origin', 'l-absolute-path'],
  },
  {
    name: 'same-origin-without-scheme',
    title: 'to the same host, scheme left out',
    location: '//{home.host}/target',
    covers: ['l-protocol-relative'],
  },
  {
    name: 'same-origin-default-port',
    title: 'to the same host, default port spelled out',
    location: 'http://{home.host}:80/target',
    covers: ['a-default-port-explicit'],
  },
  {
    name: 'same-origin-scheme-in-capitals',
    title: 'to the same host, scheme in capitals',
    location: 'HTTP://{home.host}/target',
    covers: ['l-uppercase-scheme'],
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

export const sameOrigin: readonly Scenario[] = spellings.map(({ name, title, location, covers }) =>
  scenario({
    id: `cross-host-auth/${name}-302`,
    title: `Credentials on a 302 ${title}`,
    routes: {
      '{home}/start': { status: 302, headers: [['Location', location]] },
      [at]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{home}/start' },
    plant: ['cookie', 'proxy-authorization'],
    covers,
    checks: [{ fact: { kind: 'followed', to: at }, rulings: following[302] }, ...kept],
  }),
);
