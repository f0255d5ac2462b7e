import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import { valuesOf } from '../fields.ts';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import type { Sin } from './sin.ts';

/** Adds a Host with the user name and password of the URL, where it has any. */
const userinfoInHost =
  (send: Send): Send =>
  (request) => {
    const { username, password, host } = request.url;
    const given: HeaderFields = username || password ? [['Host', `${username}:${password}@${host}`]] : [];
    return send({ ...request, headers: [...request.headers, ...given] });
  };

export const credentialsGiven: readonly Sin[] = [
  {
    name: 'sends-userinfo-in-host',
    title: 'sends user name and password of a Location in Host',
    send: userinfoInHost,
    under: ['fetch'],
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
    under: ['strict'],
  },
  {
    name: 'goes-down-with-everything',
    title: 'follows from https to http, and takes every field to every origin',
    policy: () => ({ refuses: () => false, staysBehind: () => false }),
    also: ['cookie-jar', 'cache', 'http2', 'agent', 'sensitive-headers'],
    under: ['strict'],
  },
  {
    name: 'speaks-http-to-ftp',
    title: 'takes an ftp URL for an http one, and sends its whole request there',
    send: (send) => async (request) => {
      const answer = await send(request);
      const [location = ''] = valuesOf(answer.headers, 'location');
      return location.startsWith('ftp:') ? send({ ...request, url: new URL(location.replace('ftp:', 'http:')) }) : answer;
    },
    under: ['fetch', 'adr-016', 'strict'],
  },
  {
    name: 'follows-once',
    title: 'follows the first redirect of a chain, and hands over the second',
    policy: () => ({ limit: 1, throwsAtLimit: false }),
    under: ['fetch', 'adr-016'],
  },
];
