import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import { following } from '../following.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { cookieAt, ignored, outOfScope, sent } from './expected.ts';
import { journey, setting, type Journey } from './journey.ts';

const inTheClear = outOfScope('rfc6265bis/secure-cookie-over-https');

const olderText = 'RFC 6265, which the draft replaces, has no such rule.';

/** Whatever plain http says, the cookie that came over https is the one that is sent. */
const leftAlone: readonly Ruling[] = [
  must('rfc6265bis/secure-cookie-left-alone', ['seen=secure', 'absent'], olderText),
  should('rfc6265bis/secure-cookie-left-alone', 'seen=secure', olderText),
];

const journeys: readonly Journey[] = [
  {
    name: 'secure-not-down',
    title: 'A Secure cookie on the way to plain http and back',
    stops: [
      { at: '{home-tls}/start', sets: ['seen=yes; Secure'] },
      { at: '{home}/middle', gets: inTheClear },
      { at: '{home-tls}/target', gets: sent('seen=yes') },
    ],
  },
  {
    name: 'secure-not-down-on-one-port',
    title: 'A Secure cookie on the way from https to http on one port',
    stops: [
      { at: '{dual-tls}/start', sets: ['seen=yes; Secure'] },
      { at: '{dual}/target', gets: inTheClear },
    ],
  },
  {
    name: 'plain-goes-up',
    title: 'A cookie of plain http, at https',
    stops: [
      { at: '{home}/start', sets: ['seen=yes'] },
      { at: '{home-tls}/target', gets: sent('seen=yes') },
    ],
  },
  {
    name: 'secure-set-in-the-clear',
    refused: true,
    title: 'A Secure cookie that plain http sets, at https',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Secure'] },
      { at: '{home-tls}/target', gets: ignored('rfc6265bis/secure-cookie-set-over-https', olderText) },
    ],
  },
  {
    name: 'secure-not-replaced-in-a-chain',
    title: 'A Secure cookie that plain http sets anew, in one chain',
    stops: [
      { at: '{home-tls}/start', sets: ['seen=secure; Secure'] },
      { at: '{home}/middle', sets: ['seen=plain'] },
      { at: '{home-tls}/target', gets: leftAlone },
    ],
    covers: ['ck-secure-not-overwritten'],
  },
];

const tls: Place = '{home-tls}/start';
const target: Place = '{home-tls}/deep/target';

/** The first call ends at https with a Secure cookie; plain http answers the second, by a redirect that meddles with it. */
const meddling: readonly Scenario[] = [
  { name: 'replaced', title: 'sets anew', sets: 'seen=plain; Path=/' },
  { name: 'overlaid', title: 'sets anew for a deeper path', sets: 'seen=plain; Path=/deep' },
  { name: 'taken-back', title: 'takes back', sets: 'seen=; Path=/; Max-Age=0' },
].map(({ name, title, sets }) =>
  scenario({
    id: `cookies/secure-not-${name}`,
    title: `A Secure cookie that a redirect of plain http ${title}`,
    needs: ['cookie-jar'],
    routes: {
      '{home}/login': { status: 302, location: '{home-tls}/login' },
      '{home-tls}/login': { status: 200, headers: setting(['seen=secure; Secure; Path=/']) },
      '{home}/start': { status: 302, location: target, headers: setting([sets]) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [
      { method: 'GET', url: '{home}/login' },
      { method: 'GET', url: '{home}/start' },
    ],
    covers: ['ck-secure-not-overwritten'],
    checks: [{ fact: { kind: 'followed', to: target, call: 2 }, rulings: following[302] }, cookieAt(target, leftAlone)],
  }),
);

/** Names that promise how a cookie was set. */
const prefixes: readonly Journey[] = [
  {
    name: 'host-prefix',
    title: 'A __Host- cookie as it has to be',
    stops: [
      { at: tls, sets: ['__Host-seen=yes; Secure; Path=/'] },
      { at: target, gets: sent('__Host-seen=yes') },
    ],
  },
  {
    name: 'host-prefix-with-domain',
    refused: true,
    title: 'A __Host- cookie with a Domain',
    stops: [
      { at: tls, sets: ['__Host-seen=yes; Secure; Path=/; Domain={home.host}'] },
      { at: target, gets: ignored('rfc6265bis/host-prefix', olderText) },
    ],
  },
  {
    name: 'host-prefix-for-a-path',
    refused: true,
    title: 'A __Host- cookie for a path',
    stops: [
      { at: tls, sets: ['__Host-seen=yes; Secure; Path=/deep'] },
      { at: target, gets: ignored('rfc6265bis/host-prefix', olderText) },
    ],
  },
  {
    name: 'secure-prefix-without-secure',
    refused: true,
    title: 'A __Secure- cookie that is not Secure',
    stops: [
      { at: tls, sets: ['__Secure-seen=yes; Path=/'] },
      { at: target, gets: ignored('rfc6265bis/secure-prefix', olderText) },
    ],
  },
  {
    name: 'secure-prefix-in-capitals',
    refused: true,
    title: 'A __SECURE- cookie that is not Secure',
    stops: [
      { at: tls, sets: ['__SECURE-seen=yes; Path=/'] },
      { at: target, gets: ignored('rfc6265bis/prefixes-ignore-case', olderText) },
    ],
  },
  {
    name: 'prefixes-in-the-clear',
    refused: true,
    title: 'Cookies with prefixes that plain http sets, at https',
    stops: [
      { at: '{home}/start', sets: ['__Host-seen=yes; Secure; Path=/', '__Secure-seen=yes; Secure; Path=/'] },
      { at: target, gets: ignored('rfc6265bis/secure-cookie-set-over-https', olderText) },
    ],
  },
];

export const secure: readonly Scenario[] = [...journeys.map(journey), ...meddling, ...prefixes.map(journey)];
