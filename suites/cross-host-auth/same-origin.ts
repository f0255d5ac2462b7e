import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly covers: readonly RowId[];
}

/** Ways to write the same target, at the origin of the request. */
const rows: readonly Row[] = [
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
    title: 'to the same host, without a scheme',
    location: '//{home.host}/target',
    covers: ['l-protocol-relative'],
  },
  {
    name: 'same-origin-default-port',
    title: 'to the same host, with its default port',
    location: 'http://{home.host}:80/target',
    covers: ['a-default-port-explicit'],
  },
  {
    name: 'same-origin-scheme-in-capitals',
    title: 'to the same host, scheme in upper case',
    location: 'HTTP://{home.host}/target',
    covers: ['l-uppercase-scheme'],
  },
];

const at: Place = '{home}/target';

/** The request stays at its origin, so it keeps its credentials. */
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
        'Clients with a cookie jar treat every Cookie field as their own, and write it again for each request.',
      ),
    ],
  },
  // It is meant for a proxy, and there is none. No rule says whether it is kept.
  { fact: { kind: 'canary', secret: 'proxy-authorization', at }, rulings: [] },
];

const toScenario = ({ name, title, location, covers }: Row): Scenario =>
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
  });

export const sameOrigin: readonly Scenario[] = rows.map(toScenario);
