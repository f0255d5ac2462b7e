import { following, followingDown } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { routesAlong } from '../builders/redirect.ts';
import { scenario } from '../builders/scenario.ts';
import { acceptedAt, basic, byOption, inUrl, sentAt, withoutAuthorization } from './basic.ts';

const second: readonly Place[] = ['{home}/start', '{other}/middle', '{other}/target'];
const home: readonly Place[] = ['{home}/start', '{other}/middle', '{home}/target'];

const portAndBack: readonly Place[] = ['{home}/start', '{home-8080}/middle', '{home}/target'];
const subdomainAndBack: readonly Place[] = ['{home}/start', '{sub}/middle', '{home}/target'];

const atHomeAgain: Check = {
  fact: { kind: 'canary', secret: 'authorization', at: '{home}/target' },
  rulings: [must('fetch/authorization-stays-dropped', 'absent'), must('strict/credentials-stay-at-their-origin', 'absent')],
};

/** The origin stays the same, so the credential is kept. */
const keptAt = (secret: 'authorization' | 'cookie'): Check => ({
  fact: { kind: 'canary', secret, at: '{home-tls}/target' },
  rulings: [
    ...(secret === 'authorization' ? [must('fetch/authorization-kept-same-origin', 'sent')] : []),
    should('rfc9110/request-resent', 'sent'),
  ],
});

/** Credentials in fields of the caller. */
const planted: readonly Scenario[] = [
  scenario({
    id: 'credentials/on-at-the-other-host-307',
    title: 'Credentials on a 307 to another host, then on a 307 within that host',
    routes: routesAlong(second, 307),
    call: { method: 'GET', url: '{home}/start' },
    plant: ['cookie', 'proxy-authorization'],
    covers: ['a-second-hop-on-new-host'],
    checks: [{ fact: { kind: 'followed', to: '{other}/target' }, rulings: following[307] }],
  }),
  scenario({
    id: 'credentials/on-at-the-other-host-307-post',
    title: 'Credentials of a POST on a 307 to another host, then on a 307 within that host',
    routes: routesAlong(second, 307),
    call: { method: 'POST', url: '{home}/start', body: 'name=Zoë' },
    covers: ['a-second-hop-on-new-host'],
    checks: [{ fact: { kind: 'followed', to: '{other}/target' }, rulings: following[307] }],
  }),
  scenario({
    id: 'credentials/there-and-back-307',
    title: 'Credentials on a 307 to another host and a 307 back',
    routes: routesAlong(home, 307),
    call: { method: 'GET', url: '{home}/start' },
    covers: ['a-roundtrip-stays-stripped'],
    checks: [{ fact: { kind: 'followed', to: '{home}/target' }, rulings: following[307] }, atHomeAgain],
  }),
  scenario({
    id: 'credentials/there-and-back-after-two',
    title: 'Credentials on a 307 to another host, a 307 within that host and a 307 back',
    routes: routesAlong(['{home}/start', '{other}/second', '{other}/third', '{home}/target'], 307),
    call: { method: 'GET', url: '{home}/start' },
    plant: ['cookie', 'proxy-authorization'],
    covers: ['a-roundtrip-stays-stripped', 'a-second-hop-on-new-host'],
    checks: [{ fact: { kind: 'followed', to: '{home}/target' }, rulings: following[307] }, atHomeAgain],
  }),
  scenario({
    id: 'credentials/port-and-back-307',
    title: 'Credentials on a 307 to another port and a 307 back',
    routes: routesAlong(portAndBack, 307),
    call: { method: 'GET', url: '{home}/start' },
    plant: ['cookie', 'proxy-authorization'],
    covers: ['a-roundtrip-stays-stripped', 'a-diff-port-same-host'],
    checks: [{ fact: { kind: 'followed', to: '{home}/target' }, rulings: following[307] }, atHomeAgain],
  }),
  scenario({
    id: 'credentials/mixed-schemes',
    title: 'Credentials from http to https, then to http and to https again',
    routes: routesAlong(['{home}/start', '{home-tls}/second', '{home-8080}/third', '{other-tls}/target']),
    call: { method: 'GET', url: '{home}/start' },
    covers: ['tls-mixed-chain'],
    checks: [{ fact: { kind: 'followed', to: '{other-tls}/target' }, rulings: followingDown(302) }],
  }),
  scenario({
    id: 'credentials/relative-then-down',
    title: 'Credentials on a redirect within https, then on a redirect to http',
    routes: {
      '{home-tls}/start': { status: 302, location: '/middle' },
      '{home-tls}/middle': { status: 302, location: '{home}/target' },
      '{home}/target': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{home-tls}/start' },
    plant: ['cookie', 'proxy-authorization'],
    covers: ['a-https-to-http', 'tls-https-to-http'],
    checks: [{ fact: { kind: 'followed', to: '{home}/target' }, rulings: followingDown(302) }],
  }),
  scenario({
    id: 'credentials/default-port-of-https',
    title: 'Credentials on a 302 to the same host, with port 443 written out',
    routes: {
      '{home-tls}/start': { status: 302, headers: [['Location', 'https://{home-tls.host}:443/target']] },
      '{home-tls}/target': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{home-tls}/start' },
    plant: ['cookie'],
    covers: ['a-default-port-explicit', 'a-cookie-header-same-origin'],
    checks: [
      { fact: { kind: 'followed', to: '{home-tls}/target' }, rulings: following[302] },
      keptAt('authorization'),
      keptAt('cookie'),
    ],
  }),
  scenario({
    id: 'credentials/relative-on-https',
    title: 'Credentials on a 302 to a path, over https',
    routes: { '{home-tls}/start': { status: 302, location: '/target' }, '{home-tls}/target': { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home-tls}/start' },
    covers: ['tls-relative-on-https', 'a-same-origin-kept'],
    checks: [{ fact: { kind: 'followed', to: '{home-tls}/target' }, rulings: following[302] }, keptAt('authorization')],
  }),
];

const absent: readonly RulingOn<'field'>[] = [
  must('fetch/authorization-dropped-cross-origin', 'absent'),
  should('rfc9110/resource-fields-renewed', 'absent'),
  must('adr-016/rule-6', 'absent'),
  must('strict/credentials-stay-at-their-origin', 'absent'),
];

/**
 * The other origin chose the last target, so the field must not return with the request, as one that the caller wrote.
 * RFC 9110 lets a client generate the field again where it applies.
 */
const staysRemoved: readonly RulingOn<'field'>[] = [
  must(
    'fetch/authorization-stays-dropped',
    'absent',
    'Fetch has no such option. Here it is read as a way to write the field; curl generates the field again for the first host.',
  ),
  may('rfc9110/resource-fields-renewed', ['absent', basic]),
  must('strict/credentials-stay-at-their-origin', 'absent'),
];

const generatedChains = [
  {
    name: 'on-at-the-other-host',
    title: 'on a redirect to another host, then on a redirect within that host',
    stops: second,
    rulings: absent,
  },
  { name: 'there-and-back', title: 'on a redirect to another host and back', stops: home, rulings: staysRemoved },
  { name: 'port-and-back', title: 'on a redirect to another port and back', stops: portAndBack, rulings: staysRemoved },
  { name: 'subdomain-and-back', title: 'on a redirect to a subdomain and back', stops: subdomainAndBack, rulings: staysRemoved },
] as const;

const generated: readonly Scenario[] = (['option', 'userinfo'] as const).flatMap((way) =>
  generatedChains.map(({ name, title, stops, rulings }) => {
    const target = stops.at(-1) ?? '{home}/target';
    return withoutAuthorization({
      id: `credentials/${way}-${name}`,
      title: `Password ${way === 'option' ? 'as an option' : 'in the first URL'}, ${title}`,
      routes: routesAlong(stops, 307),
      call: { method: 'GET', url: '{home}/start', ...(way === 'option' ? byOption : inUrl) },
      covers: ['a-session-default-dropped', 'a-second-hop-on-new-host'],
      checks: [
        { fact: { kind: 'followed', to: target }, given: acceptedAt('{home}/start'), rulings: following[307] },
        { fact: { kind: 'field', name: 'Authorization', at: target }, given: sentAt('{home}/start'), rulings },
      ],
    });
  }),
);

/** A credential that was removed does not come back, and no later redirect sends it to a host that it was not given for. */
export const credentialChains: readonly Scenario[] = [...planted, ...generated];
