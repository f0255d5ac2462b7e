import { valuesOf, type HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import { basicField } from '../policy/first-request.ts';
import type { OutgoingRequest } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingRedirectedRequests, changingRequests, withField, withMore } from './support/changing.ts';

/** Clients that make an error with credentials that a caller, a Location or a server gave them. */
export const givenCredentialMutants: readonly Mutant[] = [
  {
    name: 'sends-userinfo-in-host',
    title: 'sends user name and password of a Location in Host',
    send: changingRequests((request) => {
      const { username, password, host } = request.url;
      const given: HeaderFields = username || password ? [['Host', `${username}:${password}@${host}`]] : [];
      return withMore(request, ...given);
    }),
    witnesses: { fetch: ['credentials/location-name-only#field:host@target'] },
  },
  {
    name: 'uses-credentials-of-location',
    title: 'turns user name and password of a Location into Authorization',
    send: changingRequests((request) => {
      const { username, password } = request.url;
      return username || password
        ? { ...request, headers: withField(request.headers, ...basicField(username, password)) }
        : request;
    }),
    witnesses: { strict: ['credentials/location-other-host#field:authorization@other/target'] },
  },
  {
    name: 'restores-generated-credentials',
    title: 'generates Authorization from an option of its caller again when the chain returns to its first origin',
    send: changingRedirectedRequests((request, first) =>
      request.url.origin === first.url.origin
        ? { ...request, headers: withField(request.headers, 'Authorization', ...valuesOf(first.headers, 'authorization')) }
        : request,
    ),
    witnesses: { fetch: ['credentials/option-there-and-back#field:authorization@target'] },
  },
  {
    name: 'answers-challenges',
    title: 'answers a 401 of any host with the credentials of its first request',
    send: (send) => {
      let first: OutgoingRequest | undefined;
      return async (request) => {
        first ??= request;
        const answer = await send(request);
        if (answer.status !== 401) return answer;
        const given = valuesOf(first.headers, 'authorization').map((value) => ['Authorization', value] as const);
        return send(withMore(request, ...given));
      };
    },
    witnesses: { strict: ['credentials/basic-challenge-at-the-other-host-userinfo#field:authorization@other/target:2'] },
  },
  {
    name: 'drops-nothing',
    title: 'follows from https to http, and sends every field to every origin',
    policy: () => ({ refuses: () => false, dropsField: () => false }),
    witnesses: { strict: ['cross-host-auth/host-302#canary:x-api-key@other', 'cross-host-auth/scheme-down-302#followed'] },
  },
  {
    name: 'sends-http-to-ftp',
    title: 'takes an ftp URL for an http URL and sends its request there',
    send: (send) => async (request) => {
      const answer = await send(request);
      const [location = ''] = valuesOf(answer.headers, 'location');
      return location.startsWith('ftp:') ? send({ ...request, url: new URL(location.replace('ftp:', 'http:')) }) : answer;
    },
    witnesses: {
      fetch: ['credentials/other-protocol#followed'],
      'adr-016': ['credentials/other-protocol#canary:authorization@other'],
      strict: ['credentials/other-protocol#canary:x-api-key@other'],
    },
  },
  {
    name: 'follows-one-redirect',
    title: 'follows the first redirect of a chain and returns the second',
    policy: () => ({ limit: 1, throwsAtLimit: false }),
    witnesses: { fetch: ['cross-host-auth/there-and-back#followed'], 'adr-016': ['cross-host-auth/there-and-back#followed'] },
  },
];
