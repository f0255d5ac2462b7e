import { valuesOf } from '../fields.ts';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import type { Sin } from './sin.ts';

/** The URL of a request as its caller wrote it, with the name and password that became a field. */
function withUserinfo({ url, headers }: Exchange): string {
  const [authorization = ''] = valuesOf(headers, 'authorization');
  const [, credentials] = /^Basic (.+)$/.exec(authorization) ?? [];
  const userinfo = credentials === undefined ? '' : `${Buffer.from(credentials, 'base64').toString()}@`;
  return url.username === '' ? url.href.replace('//', `//${userinfo}`) : url.href;
}

/** A client that makes a Referer from the request before, or for the first request. */
const referring =
  (from: (before: Exchange | undefined) => string | undefined) =>
  (send: Send): Send => {
    let before: Exchange | undefined;
    return (request) => {
      const referer = from(before);
      before = request;
      return send(referer === undefined ? request : { ...request, headers: [...request.headers, ['Referer', referer]] });
    };
  };

export const referrer: readonly Sin[] = [
  {
    name: 'tells-where-from',
    title: 'names the whole URL that redirected it in Referer, to anybody, password and fragment included',
    send: referring((before) => before && withUserinfo(before)),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'invents-a-referrer',
    title: 'names a page in the Referer of its first request that nobody came from',
    send: referring((before) => (before ? undefined : 'http://page.example/')),
    under: ['fetch'],
  },
];
