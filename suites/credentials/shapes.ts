import { following, followingAlong } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import { type HeaderShape, headerShapes } from '../vocabulary/call.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { shapeWords } from '../wording/call.ts';
import { scenario } from '../builders/scenario.ts';

/**
 * In whatever form the caller passes the fields, a redirect within the origin keeps them, and a redirect to another host
 * drops the credentials. `scenario` adds the canaries at the other host, and the rulings on them.
 */
const afterARedirectWithin: readonly Scenario[] = headerShapes.map((headerShape) =>
  scenario({
    id: `credentials/fields-as-${headerShape}`,
    title: `Credentials in ${shapeWords[headerShape]}, on a 302 within the origin, then on a 302 to another host`,
    covers: ['h-header-forms'],
    routes: {
      '{home}/start': { status: 302, location: '{home}/middle' },
      '{home}/middle': { status: 302, location: '{other}/target' },
      '{other}/target': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{home}/start', headers: [['Accept-Language', 'de-AT, en;q=0.5']], headerShape },
    plant: ['cookie', 'proxy-authorization'],
    checks: [
      { fact: { kind: 'followed', to: '{other}/target' }, rulings: following[302] },
      {
        fact: { kind: 'field', name: 'Accept-Language', at: '{other}/target' },
        rulings: [must('fetch/other-headers-kept', 'de-AT, en;q=0.5'), should('rfc9110/request-resent', 'de-AT, en;q=0.5')],
      },
    ],
  }),
);

interface Move {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly status: 302 | 307;
}

const moves: readonly Move[] = [
  { name: 'host', title: '302 to another host', from: '{home}/start', to: '{other}/target', status: 302 },
  { name: 'host-307', title: '307 to another host', from: '{home}/start', to: '{other}/target', status: 307 },
  { name: 'port', title: '302 to another port', from: '{home}/start', to: '{home-8080}/target', status: 302 },
  { name: 'subdomain', title: '302 to a subdomain', from: '{home}/start', to: '{sub}/target', status: 302 },
  { name: 'scheme-up', title: '302 from http to https on one port', from: '{dual}/start', to: '{dual-tls}/target', status: 302 },
  {
    name: 'scheme-down',
    title: '302 from https to http on one port',
    from: '{dual-tls}/start',
    to: '{dual}/target',
    status: 302,
  },
];

/** The first redirect leaves the origin: the client looks for credentials in the form in which the caller has passed them. */
const atOnce = (headerShape: HeaderShape, { name, title, from, to, status }: Move): Scenario =>
  scenario({
    id: `credentials/fields-as-${headerShape}-to-${name}`,
    title: `Credentials in ${shapeWords[headerShape]}, on a ${title}`,
    covers: ['h-header-forms'],
    routes: { [from]: { status, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: from, headerShape },
    plant: ['cookie', 'proxy-authorization'],
    checks: [{ fact: { kind: 'followed', to }, rulings: followingAlong([from, to], status) }],
  });

/** Credentials, by the form in which the caller passes the fields. */
export const credentialsByShape: readonly Scenario[] = [
  ...afterARedirectWithin,
  ...headerShapes.flatMap((shape) => moves.map((move) => atOnce(shape, move))),
];
