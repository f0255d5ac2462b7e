import { CookieJar } from 'tough-cookie';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../servers/connection.ts';
import type { Sin } from './sin.ts';
import { writeRaw } from './tampered-framing.ts';

const pairsOf = ({ headers }: Exchange): readonly string[] => valuesOf(headers, 'cookie').flatMap((value) => value.split('; '));

/** The request with these cookies, each value in a field of its own. */
const withCookies = (request: Exchange, ...values: readonly string[]): Exchange => ({
  ...request,
  headers: [
    ...request.headers.filter(([name]) => !/^cookie$/i.test(name)),
    ...values.filter((value) => value !== '').map((value) => ['Cookie', value] as const),
  ],
});

const nameOf = (pair: string): string => pair.split('=', 1).join();

/** Gives back whatever was set, whoever asks. */
const echoing = (send: Send): Send => {
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

/** A jar that reads something else than what was set. */
const misreading =
  (read: (value: string, url: URL) => string) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request);
    const headers = answer.headers.map(([name, value]) =>
      /^set-cookie$/i.test(name) ? ([name, read(value, request.url)] as const) : ([name, value] as const),
    );
    return { ...answer, headers };
  };

const blindTo = (attributes: RegExp): ((send: Send) => Send) => misreading((value) => value.replace(attributes, ''));

export const cookies: readonly Sin[] = [
  {
    name: 'echoes-set-cookie',
    title: 'sends every cookie that the chain has set, wherever it goes',
    send: echoing,
    breaks: [
      {
        under: ['fetch', 'rfc9110'],
        checks: [
          'cookies/{taken-back-*,other-host-and-back,parent-domain,domain-foreign,path,path-by-default,path-of-its-own,odd-without-name,odd-without-anything}#field:cookie@target',
          'cookies/*#field:cookie@{other/middle,sub/middle,deeper,deep/target,dual/target,callback}',
          'cookies/{other-host-keeps-its-own,own-and-jar-to-another-host,no-jar-to-another-host}#field:cookie@other/target',
          'cookies/domain-of-a-subdomain#field:cookie@sub/target',
          'cookies/secure-not-down#field:cookie@middle',
          'cookies/{secure-set-in-the-clear,secure-not-replaced-in-a-chain}#field:cookie@home-tls/target',
          'cookies/{secure-*,host-prefix-*,prefixes-in-the-clear}#field:cookie@home-tls/deep/target',
          'cookies/odd-too-long#canary:cookie@target',
          'cookies/gate-at-another-host#field:cookie@page:2',
        ],
      },
    ],
  },
  {
    name: 'sends-cookies-twice',
    title: 'adds the cookies of its jar to a Cookie field that has them already',
    capability: 'cookie-jar',
    send: (send) => (request) => {
      const pairs = pairsOf(request);
      return send(withCookies(request, [...pairs, ...pairs].join('; ')));
    },
    breaks: [
      {
        under: ['fetch', 'rfc9110'],
        checks: [
          'cookies/{set-*,replaced-*,gathered,two-fields,kept-for-the-next-call,other-host-and-back,subdomain,domain-to-parent,domain-empty,domain-and-other-host,path-of-its-own,same-site-*-subdomain,odd-*}#field:cookie@target',
          'cookies/!(secure-not-down)#field:cookie@middle',
          'cookies/*#field:cookie@{account,home-8080/target,deep,deep/middle,deep/target,page:2}',
          'cookies/{domain-to-subdomain,domain-with-a-dot}#field:cookie@sub/target',
          'cookies/other-host-keeps-its-own#field:cookie@other/target',
          'cookies/!(secure-set-in-the-clear)#field:cookie@home-tls/target',
          'cookies/{secure-not-*,host-prefix}#field:cookie@home-tls/deep/target',
        ],
      },
    ],
  },
  {
    name: 'sends-two-cookie-fields',
    title: 'sends each cookie in a field of its own',
    capability: 'cookie-jar',
    send: (send) => (request) => {
      const pairs = pairsOf(request);
      const isPlain = request.url.protocol === 'http:' && request.url.pathname === '/target';
      return pairs.length > 1 && isPlain ? writeRaw(withCookies(request, ...pairs), '') : send(request);
    },
    breaks: [
      {
        under: ['fetch', 'rfc9110'],
        checks: [
          'cookies/{gathered,two-fields,kept-for-the-next-call,odd-without-equals,odd-without-name,own-and-fresh}#field:cookie@target',
        ],
      },
    ],
  },
  {
    name: 'throws-at-bad-cookies',
    title: 'ends the call with an error where its jar refuses a cookie',
    capability: 'cookie-jar',
    send: (send) => async (request) => {
      const answer = await send(request);
      const jar = new CookieJar(undefined, { prefixSecurity: 'strict' });
      for (const value of valuesOf(answer.headers, 'set-cookie')) await jar.setCookie(value, request.url.href);
      return answer;
    },
    breaks: [
      {
        under: ['fetch', 'rfc9110'],
        checks: [
          'cookies/{domain-foreign,domain-of-a-subdomain,domain-public-suffix,secure-set-in-the-clear,host-prefix-*,secure-prefix-without-secure,prefixes-in-the-clear,odd-without-equals,odd-without-name,odd-without-anything}#followed',
        ],
      },
    ],
  },
  {
    name: 'forgets-paths',
    title: 'takes every cookie for one of the whole host',
    capability: 'cookie-jar',
    send: misreading((value) => `${value.replace(/; *path *=[^;]*/gi, '')}; Path=/`),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'cookies/{path,path-by-default,path-of-its-own}#field:cookie@target',
          'cookies/path#field:cookie@deeper',
          'cookies/path-of-its-own#field:cookie@deep/middle',
          'cookies/host-prefix-for-a-path#field:cookie@home-tls/deep/target',
        ],
      },
    ],
  },
  {
    name: 'forgets-secure',
    title: 'takes no notice of Secure',
    capability: 'cookie-jar',
    send: blindTo(/; *secure/gi),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'cookies/secure-not-down#field:cookie@middle',
          'cookies/*#field:cookie@dual/target',
          'cookies/{secure-set-in-the-clear,secure-not-replaced-in-a-chain}#field:cookie@home-tls/target',
          'cookies/{secure-not-replaced,secure-not-overlaid}#field:cookie@home-tls/deep/target',
        ],
      },
    ],
  },
  {
    name: 'forgets-expiry',
    title: 'takes back no cookie',
    capability: 'cookie-jar',
    send: blindTo(/; *(max-age|expires)=[^;]*/gi),
    breaks: [
      {
        under: ['fetch'],
        checks: ['cookies/taken-back-*#field:cookie@target', 'cookies/path-taken-back-elsewhere#field:cookie@deep/target'],
      },
    ],
  },
  {
    name: 'widens-to-subdomains',
    title: 'takes a cookie without Domain for one of the host and its subdomains',
    capability: 'cookie-jar',
    send: misreading((value, { hostname }) => (/; *domain=[^;]/i.test(value) ? value : `${value}; Domain=${hostname}`)),
    breaks: [{ under: ['fetch'], checks: ['cookies/*#field:cookie@sub/middle'] }],
  },
];
