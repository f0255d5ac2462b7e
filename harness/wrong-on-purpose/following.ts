import { valuesOf } from '../fields.ts';
import type { Answer } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { apart, type Sin } from './sin.ts';

const textOf = ({ body }: Answer): string => Buffer.from(body).toString();

/** A client that takes something in an answer for a place to send the whole request to once more, credentials and all. */
const lured =
  (lure: (answer: Answer) => string | undefined) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request);
    const target = lure(answer);
    return target === undefined ? answer : send({ ...request, url: new URL(target, request.url) });
  };

const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400;
const hasLocation = ({ headers }: Answer): boolean => valuesOf(headers, 'location').length > 0;

const endpointOf = (answer: Answer, scheme: string): string | undefined => {
  const [, host] = /<Endpoint>([^<]+)</.exec(textOf(answer)) ?? [];
  return isRedirect(answer) && !hasLocation(answer) && host !== undefined ? `${scheme}://${host}/` : undefined;
};

export const following: readonly Sin[] = [
  {
    name: 'never-follows',
    title: 'hands over every redirect',
    policy: () => ({ locationOf: () => undefined }),
    also: apart,
    under: ['fetch', 'adr-016'],
  },
  {
    name: 'follows-every-3xx',
    title: 'follows whatever 3xx has a Location',
    policy: () => ({ locationOf: (answer) => (isRedirect(answer) ? valuesOf(answer.headers, 'location')[0] : undefined) }),
    also: ['cache', 'proxy'],
    under: ['fetch'],
  },
  {
    name: 'demands-location',
    title: 'throws on a redirect without Location',
    send: (send) => async (request) => {
      const answer = await send(request);
      if (isRedirect(answer) && !hasLocation(answer)) throw new Error('redirect without Location');
      return answer;
    },
    also: ['cookie-jar', 'cache', 'http2'],
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'follows-metadata',
    title: 'takes what S3 shows of its website for a redirect',
    send: lured((answer) => valuesOf(answer.headers, 'x-amz-website-redirect-location')[0]),
    under: ['fetch', 'adr-016', 'strict'],
  },
  {
    name: 'follows-the-body',
    title: 'takes the body of a redirect without Location for its target',
    send: lured((answer) => {
      const text = textOf(answer);
      return isRedirect(answer) && !hasLocation(answer) && URL.canParse(text) ? text : undefined;
    }),
    under: ['fetch', 'adr-016', 'strict'],
  },
  {
    name: 'follows-lures',
    title: 'takes Refresh, Link, Content-Location and HTML for redirects',
    send: lured((answer) => {
      const fields = ['refresh', 'link', 'content-location'].flatMap((name) => valuesOf(answer.headers, name));
      const [, target] =
        /(https?:\/\/[^">; ]+)/.exec([...fields, /<meta/.test(textOf(answer)) ? textOf(answer) : ''].join(' ')) ?? [];
      return hasLocation(answer) ? undefined : target;
    }),
    under: ['fetch', 'adr-016', 'strict'],
  },
  {
    name: 'follows-the-endpoint',
    title: 'sends the request again to the Endpoint that S3 names in its error document',
    send: lured((answer) => endpointOf(answer, 'http')),
    under: ['fetch', 'adr-016', 'strict'],
  },
  {
    name: 'follows-the-endpoint-by-https',
    title: 'does the same over https',
    send: lured((answer) => endpointOf(answer, 'https')),
    under: ['fetch', 'adr-016', 'strict'],
  },
];
