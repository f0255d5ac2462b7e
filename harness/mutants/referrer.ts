import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { OutgoingRequest, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingRequests, withMore } from './support/changing.ts';

/** The URL of a request as its caller wrote it, with the user name and password that became a field. */
function withUserinfo({ url, headers }: OutgoingRequest): string {
  const [authorization = ''] = valuesOf(headers, 'authorization');
  const [, credentials] = /^Basic (.+)$/.exec(authorization) ?? [];
  const userinfo = credentials === undefined ? '' : `${Buffer.from(credentials, 'base64').toString()}@`;
  return url.username === '' ? url.href.replace('//', `//${userinfo}`) : url.href;
}

/** Adds a Referer that is made from the request before; there is none before the first request. */
const withReferer = (from: (before: OutgoingRequest | undefined) => string | undefined): ((send: SendOne) => SendOne) =>
  changingRequests((request, earlier) => {
    const referer = from(earlier.at(-1));
    return referer === undefined ? request : withMore(request, ['Referer', referer]);
  });

/** Clients that send a wrong Referer. */
export const referrerMutants: readonly Mutant[] = [
  {
    name: 'sends-full-referrer',
    title: 'sends the whole URL that redirected it in Referer, with password and fragment',
    send: withReferer((before) => before && withUserinfo(before)),
    witnesses: {
      fetch: ['referrer/userinfo#field:referer@target'],
      rfc9110: ['referrer/down#field:referer@target', 'referrer/fragment#field:referer@target'],
    },
  },
  {
    name: 'sends-fragment-in-referrer',
    title: 'sends the URL that redirected it in Referer, with its fragment',
    send: withReferer((before) => before?.url.href),
    witnesses: {
      fetch: [
        'referrer/fragment#field:referer@target',
        'referrer/other-host#field:referer@other/target',
        'referrer/policy-origin#field:referer@target',
      ],
    },
  },
  {
    name: 'invents-referrer',
    title: 'sends a Referer in its first request although there is no referrer',
    send: withReferer((before) => (before ? undefined : 'http://page.example/')),
    witnesses: { fetch: ['referrer/same-origin#field:referer@start'] },
  },
];
