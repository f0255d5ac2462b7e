import { routesAlong } from '../builders/redirect.ts';
import { scenario } from '../builders/scenario.ts';
import { followingAlong } from '../rulings/following.ts';
import { may, must } from '../rulings/ruling.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import { originNamed, originOf, type PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  /** The URL of the call, and the targets of the redirects. */
  readonly places: readonly [from: PathPlace, ...targets: PathPlace[]];
  /** Default: 302, and GET. */
  readonly status?: 302 | 307;
  readonly http2?: true;
}

const rows: readonly Row[] = [
  { name: 'same-origin', title: 'to the same origin', places: ['{home-tls}/start', '{home-tls}/target'] },
  { name: 'other-port', title: 'to another port of the host', places: ['{home-tls}/start', '{dual-tls}/target'] },
  { name: 'other-host', title: 'to another host', places: ['{home-tls}/start', '{other-tls}/target'] },
  {
    name: 'other-host-307',
    title: 'to another host, by a 307 that keeps the body',
    places: ['{home-tls}/start', '{other-tls}/target'],
    status: 307,
  },
  { name: 'other-host-h2', title: 'to another host, over HTTP/2', places: ['{h2}/start', '{other-h2}/target'], http2: true },
  { name: 'same-origin-h2', title: 'to the same origin, over HTTP/2', places: ['{h2}/start', '{h2}/target'], http2: true },
  {
    name: 'other-host-and-back',
    title: 'to another host and back',
    places: ['{home-tls}/start', '{other-tls}/middle', '{home-tls}/target'],
  },
  {
    name: 'down-and-up-again',
    title: 'from https to http and back',
    places: ['{home-tls}/start', '{home}/middle', '{home-tls}/target'],
  },
  {
    name: 'down-and-up-elsewhere',
    title: 'from https to http, and to https at another host',
    places: ['{home-tls}/start', '{home}/middle', '{other-tls}/target'],
  },
];

const modesDiffer =
  'In credentials mode include the certificate is sent, in same-origin it is not. A client without an origin of its own may be read as either.';

const isSecure = (place: PathPlace): boolean => originNamed(originOf(place)).scheme === 'https';

const elsewhere = must('strict/client-certificate-stays-at-its-origin', 'absent');

/** The rulings on the certificate at one place of a chain. */
function certificateRulings(places: Row['places'], index: number): readonly RulingOn<'client-certificate'>[] {
  const atHome = places.map((place) => originOf(place) === originOf(places[0]));
  const neverLeft = atHome.slice(0, index + 1).every(Boolean);
  if (neverLeft) return [must('common/options-are-obeyed', 'sent')];
  const byMode = may('fetch/client-certificates-by-credentials-mode', ['sent', 'absent'], modesDiffer);
  return atHome[index] ? [byMode] : [byMode, elsewhere];
}

const certificateChecks = (places: Row['places']): readonly CheckOf<'client-certificate'>[] =>
  places.flatMap((at, index) =>
    isSecure(at) ? [{ fact: { kind: 'client-certificate', at }, rulings: certificateRulings(places, index) }] : [],
  );

const toScenario = (row: Row): Scenario => {
  const { name, title, places, status = 302, http2 } = row;
  const [from] = places;
  const to = places.at(-1) ?? from;
  const request = status === 307 ? { method: 'POST', body: 'name=Zoë' } : { method: 'GET' };
  return scenario({
    id: `tls/client-certificate-${name}`,
    title: `With a certificate of the caller, a redirect ${title}`,
    routes: routesAlong(places, status),
    call: { ...request, url: from, clientCertificate: true, ...(http2 && { http2 }) },
    checks: [{ fact: { kind: 'followed', to }, rulings: followingAlong(places, status) }, ...certificateChecks(places)],
  });
};

/** Every origin asks for a certificate in the TLS handshake. The caller has given one for the URL of the call. */
export const clientCertificates: readonly Scenario[] = rows.map(toScenario);
