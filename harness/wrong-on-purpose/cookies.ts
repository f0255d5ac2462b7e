import { CookieJar } from 'tough-cookie';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../fields.ts';
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
    also: ['cookie-jar'],
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'sends-cookies-twice',
    title: 'adds the cookies of its jar to a Cookie field that has them already',
    capability: 'cookie-jar',
    send: (send) => (request) => {
      const pairs = pairsOf(request);
      return send(withCookies(request, [...pairs, ...pairs].join('; ')));
    },
    under: ['fetch', 'rfc9110'],
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
    under: ['fetch'],
  },
  {
    name: 'throws-at-bad-cookies',
    title: 'ends the call with an error where its jar refuses a cookie',
    capability: 'cookie-jar',
    send: (send) => async (request) => {
      const answer = await send(request);
      const jar = new CookieJar(undefined, { prefixSecurity: 'strict' });
      for (const value of valuesOf(answer.headers, 'set-cookie'))
        await jar.setCookie(value.replace(/^__secure-/i, '__Secure-'), request.url.href);
      return answer;
    },
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'forgets-paths',
    title: 'takes every cookie for one of the whole host',
    capability: 'cookie-jar',
    send: misreading((value) => `${value.replace(/; *path *=[^;]*/gi, '')}; Path=/`),
    under: ['fetch'],
  },
  {
    name: 'forgets-secure',
    title: 'takes no notice of Secure',
    capability: 'cookie-jar',
    send: blindTo(/; *secure/gi),
    under: ['fetch'],
  },
  {
    name: 'forgets-expiry',
    title: 'takes back no cookie',
    capability: 'cookie-jar',
    send: blindTo(/; *(max-age|expires)=[^;]*/gi),
    under: ['fetch'],
  },
  {
    name: 'widens-to-subdomains',
    title: 'takes a cookie without Domain for one of the host and its subdomains',
    capability: 'cookie-jar',
    send: misreading((value, { hostname }) => (/; *domain=[^;]/i.test(value) ? value : `${value}; Domain=${hostname}`)),
    under: ['fetch'],
  },
];
