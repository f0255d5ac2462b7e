import { valuesOf } from '../servers/connection.ts';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import type { Sin } from './sin.ts';

/** A client that sends another Host than that of the URL, where `host` names one. */
const naming =
  (host: (request: Exchange, first: Exchange) => string | undefined) =>
  (send: Send): Send => {
    let first: Exchange | undefined;
    return (request) => {
      first ??= request;
      const other = host(request, first);
      return send(other === undefined ? request : { ...request, headers: [...request.headers, ['Host', other]] });
    };
  };

export const credentialsGiven: readonly Sin[] = [
  {
    name: 'sends-userinfo-in-host',
    title: 'sends user name and password of a Location in Host',
    send: naming(({ url: { username, password, host } }) =>
      username || password ? `${username}:${password}@${host}` : undefined,
    ),
    breaks: [
      {
        under: ['fetch', 'rfc9110'],
        checks: [
          'credentials/location-{same-origin,name-only,password-only,special-characters}#field:host@target',
          'credentials/location-{other-host,without-scheme,host-as-name,host-and-port-as-name}#field:host@other/target',
        ],
      },
    ],
  },
  {
    name: 'sends-the-first-host',
    title: 'sends the Host of its first request wherever it is redirected',
    send: naming((request, first) => (request === first ? undefined : first.url.host)),
    breaks: [
      {
        under: ['fetch', 'rfc9110'],
        checks: [
          'credentials/location-{other-host,without-scheme,empty,host-as-name,host-and-port-as-name}#field:host@other/target',
        ],
      },
    ],
  },
  {
    name: 'answers-challenges',
    title: 'answers the challenge of any host with the password that it has',
    send: (send) => {
      let first: Exchange | undefined;
      return async (request) => {
        first ??= request;
        const answer = await send(request);
        if (answer.status !== 401) return answer;
        const given = valuesOf(first.headers, 'authorization').map((value) => ['Authorization', value] as const);
        return send({ ...request, headers: [...request.headers, ...given] });
      };
    },
    breaks: [{ under: ['strict'], checks: ['credentials/*-challenge-*#field:authorization@other/target:2'] }],
  },
  {
    name: 'goes-down-with-everything',
    title: 'follows from https to http, and takes every field to every origin',
    policy: () => ({ refuses: () => false, staysBehind: () => false }),
    breaks: [
      {
        under: ['strict'],
        checks: ['credentials/mixed-schemes#{followed,canary:authorization@*,canary:x-api-key@*}'],
      },
    ],
  },
  {
    name: 'speaks-http-to-ftp',
    title: 'takes an ftp URL for an http one, and sends its whole request there',
    send: (send) => async (request) => {
      const answer = await send(request);
      const [location = ''] = valuesOf(answer.headers, 'location');
      return location.startsWith('ftp:') ? send({ ...request, url: new URL(location.replace('ftp:', 'http:')) }) : answer;
    },
    breaks: [
      { under: ['fetch'], checks: ['credentials/other-protocol#{followed,canary:authorization@other}'] },
      { under: ['adr-016'], checks: ['credentials/other-protocol#canary:authorization@other'] },
      { under: ['strict'], checks: ['credentials/other-protocol#{followed,canary:authorization@other,canary:x-api-key@other}'] },
    ],
  },
  {
    name: 'follows-once',
    title: 'follows the first redirect of a chain, and hands over the second',
    policy: () => ({ limit: 1, throwsAtLimit: false }),
    breaks: [
      {
        under: ['fetch', 'adr-016'],
        checks: [
          'credentials/{on-at-the-other-host-*,there-and-back-307,option-on-*,option-there-*,userinfo-on-*,userinfo-there-*}#followed',
          'referrer/{userinfo-of-location,fragment,policy-lasts,written-origin-there-and-back,written-origin-post-there-and-back}#followed',
        ],
      },
    ],
  },
];
