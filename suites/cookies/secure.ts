import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { cookieAt, cookieIgnored, outOfScope, cookieSent } from './expected.ts';
import { toCookieScenario, setCookieFields, type CookieChain } from './cookie-chain.ts';

const inTheClear = outOfScope('rfc6265bis/secure-cookie-over-https');

const olderText = 'RFC 6265, which the draft replaces, has no such rule.';

/** The cookie that was set over https is sent, whatever plain http sets. */
const unchanged: readonly RulingOn<'field'>[] = [
  must('rfc6265bis/secure-cookie-left-alone', ['seen=secure', 'absent'], olderText),
  should('rfc6265bis/secure-cookie-left-alone', 'seen=secure', olderText),
];

const chains: readonly CookieChain[] = [
  {
    name: 'secure-not-down',
    title: 'A Secure cookie on a chain to plain http and back',
    stops: [
      { at: '{home-tls}/start', sets: ['seen=yes; Secure'] },
      { at: '{home}/middle', gets: inTheClear },
      { at: '{home-tls}/target', gets: cookieSent('seen=yes') },
    ],
  },
  {
    name: 'secure-not-down-on-one-port',
    title: 'A Secure cookie on a redirect from https to http on the same port',
    stops: [
      { at: '{dual-tls}/start', sets: ['seen=yes; Secure'] },
      { at: '{dual}/target', gets: inTheClear },
    ],
  },
  {
    name: 'plain-goes-up',
    title: 'A cookie set over plain http, at https',
    stops: [
      { at: '{home}/start', sets: ['seen=yes'] },
      { at: '{home-tls}/target', gets: cookieSent('seen=yes') },
    ],
  },
  {
    name: 'secure-set-in-the-clear',
    refused: true,
    title: 'A Secure cookie set over plain http, at https',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Secure'] },
      { at: '{home-tls}/target', gets: cookieIgnored('rfc6265bis/secure-cookie-set-over-https', olderText) },
    ],
  },
  {
    name: 'secure-not-replaced-in-a-chain',
    title: 'A Secure cookie that plain http sets again, in one chain',
    stops: [
      { at: '{home-tls}/start', sets: ['seen=secure; Secure'] },
      { at: '{home}/middle', sets: ['seen=plain'] },
      { at: '{home-tls}/target', gets: unchanged },
    ],
    covers: ['ck-secure-not-overwritten'],
  },
];

const tls: Place = '{home-tls}/start';
const target: Place = '{home-tls}/deep/target';

/** The first call ends at https and sets a Secure cookie; in the second call a redirect of plain http tries to change it. */
const changed: readonly Scenario[] = [
  { name: 'replaced', title: 'sets again', sets: 'seen=plain; Path=/' },
  { name: 'overlaid', title: 'sets again for a longer path', sets: 'seen=plain; Path=/deep' },
  { name: 'taken-back', title: 'deletes', sets: 'seen=; Path=/; Max-Age=0' },
].map(({ name, title, sets }) =>
  scenario({
    id: `cookies/secure-not-${name}`,
    title: `A Secure cookie that a redirect of plain http ${title}`,
    needs: ['cookie-jar'],
    routes: {
      '{home}/login': { status: 302, location: '{home-tls}/login' },
      '{home-tls}/login': { status: 200, headers: setCookieFields(['seen=secure; Secure; Path=/']) },
      '{home}/start': { status: 302, location: target, headers: setCookieFields([sets]) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [
      { method: 'GET', url: '{home}/login' },
      { method: 'GET', url: '{home}/start' },
    ],
    covers: ['ck-secure-not-overwritten'],
    checks: [{ fact: { kind: 'followed', to: target, call: 2 }, rulings: following[302] }, cookieAt(target, unchanged)],
  }),
);

/** Prefixes of names that guarantee how a cookie was set. */
const prefixes: readonly CookieChain[] = [
  {
    name: 'host-prefix',
    title: 'A valid __Host- cookie',
    stops: [
      { at: tls, sets: ['__Host-seen=yes; Secure; Path=/'] },
      { at: target, gets: cookieSent('__Host-seen=yes') },
    ],
  },
  {
    name: 'host-prefix-with-domain',
    refused: true,
    title: 'A __Host- cookie with a Domain',
    stops: [
      { at: tls, sets: ['__Host-seen=yes; Secure; Path=/; Domain={home.host}'] },
      { at: target, gets: cookieIgnored('rfc6265bis/host-prefix', olderText) },
    ],
  },
  {
    name: 'host-prefix-for-a-path',
    refused: true,
    title: 'A __Host- cookie for a path',
    stops: [
      { at: tls, sets: ['__Host-seen=yes; Secure; Path=/deep'] },
      { at: target, gets: cookieIgnored('rfc6265bis/host-prefix', olderText) },
    ],
  },
  {
    name: 'secure-prefix-without-secure',
    refused: true,
    title: 'A __Secure- cookie that is not Secure',
    stops: [
      { at: tls, sets: ['__Secure-seen=yes; Path=/'] },
      { at: target, gets: cookieIgnored('rfc6265bis/secure-prefix', olderText) },
    ],
  },
  {
    name: 'secure-prefix-in-capitals',
    refused: true,
    title: 'A __SECURE- cookie that is not Secure',
    stops: [
      { at: tls, sets: ['__SECURE-seen=yes; Path=/'] },
      { at: target, gets: cookieIgnored('rfc6265bis/prefixes-ignore-case', olderText) },
    ],
  },
  {
    name: 'prefixes-in-the-clear',
    refused: true,
    title: 'Cookies with prefixes set over plain http, at https',
    stops: [
      { at: '{home}/start', sets: ['__Host-seen=yes; Secure; Path=/', '__Secure-seen=yes; Secure; Path=/'] },
      { at: target, gets: cookieIgnored('rfc6265bis/secure-cookie-set-over-https', olderText) },
    ],
  },
];

/** `Secure` cookies, and names with a prefix. */
export const secureCookies: readonly Scenario[] = [
  ...chains.map(toCookieScenario),
  ...changed,
  ...prefixes.map(toCookieScenario),
];
