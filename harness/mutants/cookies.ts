import { CookieJar } from 'tough-cookie';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { OutgoingRequest, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingAnswers, changingRequests, withField } from './support/changing.ts';
import { writeRaw } from './support/wrong-framing.ts';

const pairsOf = ({ headers }: OutgoingRequest): readonly string[] =>
  valuesOf(headers, 'cookie').flatMap((value) => value.split('; '));

/** The request with these cookies, each value in a field of its own. */
const withCookies = (request: OutgoingRequest, ...values: readonly string[]): OutgoingRequest => ({
  ...request,
  headers: withField(request.headers, 'Cookie', ...values.filter((value) => value !== '')),
});

const nameOf = (pair: string): string => pair.split('=', 1).join();

/** Sends back every cookie that was set, to any host. */
const echoing = (send: SendOne): SendOne => {
  const seen = new Map<string, string>();
  return async (request) => {
    const pairs = new Set([...pairsOf(request), ...seen.values()]);
    const answer = await send(withCookies(request, [...pairs].join('; ')));
    for (const value of valuesOf(answer.headers, 'set-cookie')) {
      const pair = value.split(';', 1).join().trim();
      seen.set(nameOf(pair), pair);
    }
    return answer;
  };
};

/** Changes every Set-Cookie before the jar reads it. */
const readingSetCookie = (change: (value: string, url: URL) => string): ((send: SendOne) => SendOne) =>
  changingAnswers((answer, { url }) => ({
    ...answer,
    headers: answer.headers.map(([name, value]) => [name, /^set-cookie$/i.test(name) ? change(value, url) : value] as const),
  }));

const ignoringAttributes = (attributes: RegExp): ((send: SendOne) => SendOne) =>
  readingSetCookie((value) => value.replace(attributes, ''));

/** Clients that make an error with cookies. */
export const cookieMutants: readonly Mutant[] = [
  {
    name: 'echoes-set-cookie',
    title: 'sends every cookie that the chain has set to every later URL',
    send: echoing,
    witnesses: {
      fetch: ['cookies/domain-foreign#field:cookie@other/middle', 'cookies/odd-too-long#canary:cookie@target'],
      rfc9110: ['cookies/other-host-and-back#field:cookie@other/middle'],
    },
  },
  {
    name: 'sends-cookies-twice',
    title: 'sends every cookie twice in its Cookie field',
    send: changingRequests((request) => {
      const pairs = pairsOf(request);
      return withCookies(request, [...pairs, ...pairs].join('; '));
    }),
    witnesses: { fetch: ['cookies/set-by-302#field:cookie@target'], rfc9110: ['cookies/set-by-302#field:cookie@target'] },
  },
  {
    name: 'decodes-cookies',
    title: 'decodes percent-encoded octets in cookies',
    send: changingRequests((request) =>
      withCookies(
        request,
        pairsOf(request)
          .join('; ')
          .replace(/%[2-7]\d/g, (octet) => decodeURIComponent(octet)),
      ),
    ),
    witnesses: { rfc9110: ['cookies/odd-escaped#field:cookie@target'] },
  },
  {
    name: 'sends-two-cookie-fields',
    title: 'sends each cookie in a field of its own',
    send: (send) => (request) => {
      const pairs = pairsOf(request);
      const isPlain = request.url.protocol === 'http:' && request.url.pathname === '/target';
      return pairs.length > 1 && isPlain ? writeRaw(withCookies(request, ...pairs), '') : send(request);
    },
    witnesses: { fetch: ['cookies/own-and-fresh#field:cookie@target'] },
  },
  {
    name: 'stores-last-cookie-only',
    title: 'stores only the last of several cookies in one answer',
    send: changingAnswers((answer) => ({
      ...answer,
      headers: withField(answer.headers, 'Set-Cookie', ...valuesOf(answer.headers, 'set-cookie').slice(-1)),
    })),
    witnesses: { fetch: ['cookies/two-fields#field:cookie@target'], rfc9110: ['cookies/two-fields#field:cookie@target'] },
  },
  {
    name: 'throws-on-refused-cookies',
    title: 'throws when its cookie jar refuses a cookie',
    send: (send) => async (request) => {
      const answer = await send(request);
      const jar = new CookieJar(undefined, { prefixSecurity: 'strict' });
      for (const value of valuesOf(answer.headers, 'set-cookie'))
        await jar.setCookie(value.replace(/^__secure-/i, '__Secure-'), request.url.href);
      return answer;
    },
    witnesses: { fetch: ['cookies/domain-foreign#followed'], rfc9110: ['cookies/domain-foreign#followed'] },
  },
  {
    name: 'ignores-cookie-paths',
    title: 'sends a cookie to every path of its host',
    send: readingSetCookie((value) => `${value.replace(/; *path *=[^;]*/gi, '')}; Path=/`),
    witnesses: { fetch: ['cookies/path#field:cookie@target'], rfc9110: ['cookies/path#field:cookie@target'] },
  },
  {
    name: 'ignores-cookie-prefixes',
    title: 'accepts a cookie that lacks the attributes which the prefix of its name requires',
    send: readingSetCookie((value) =>
      /^__(host|secure)-/i.test(value) ? `${value.split(';', 1).join()}; Secure; Path=/` : value,
    ),
    witnesses: {
      rfc9110: [
        'cookies/secure-prefix-without-secure#field:cookie@home-tls/deep/target',
        'cookies/secure-prefix-in-capitals#field:cookie@home-tls/deep/target',
        'cookies/host-prefix-with-domain#field:cookie@home-tls/deep/target',
      ],
    },
  },
  {
    name: 'ignores-secure',
    title: 'ignores the attribute Secure of cookies',
    send: ignoringAttributes(/; *secure/gi),
    witnesses: {
      fetch: [
        'cookies/secure-set-in-the-clear#field:cookie@home-tls/target',
        'cookies/secure-not-replaced-in-a-chain#field:cookie@home-tls/target',
      ],
      rfc9110: ['cookies/secure-not-down#field:cookie@middle'],
    },
  },
  {
    name: 'ignores-cookie-expiry',
    title: 'ignores the attributes Max-Age and Expires of cookies',
    send: ignoringAttributes(/; *(max-age|expires)=[^;]*/gi),
    witnesses: {
      fetch: [
        'cookies/taken-back-max-age-zero#field:cookie@target',
        'cookies/taken-back-max-age-zero-expires-later#field:cookie@target',
      ],
    },
  },
  {
    name: 'sends-cookies-to-subdomains',
    title: 'sends a cookie without Domain to subdomains too',
    send: readingSetCookie((value, { hostname }) => (/; *domain=[^;]/i.test(value) ? value : `${value}; Domain=${hostname}`)),
    witnesses: { fetch: ['cookies/subdomain#field:cookie@sub/middle'] },
  },
];
