import type { Policy } from '../reference/policy.ts';
import type { Sin } from './sin.ts';
import { cutShort, framedTwice } from './tampered-framing.ts';

/** A client that turns requests into GET, or keeps them, where `when` says so. */
const rewriting =
  (when: (status: number, method: string) => boolean, to: (method: string) => string) =>
  ({ methodAfter }: Policy): Partial<Policy> => ({
    methodAfter: (status, method) => (when(status, method) ? to(method) : methodAfter(status, method)),
  });

const toGet = (): string => 'GET';
const asIs = (method: string): string => method;

export const methods: readonly Sin[] = [
  {
    name: 'rewrites-307',
    title: 'turns a POST into a GET on 307',
    policy: rewriting((status, method) => status === 307 && method === 'POST', toGet),
    under: ['adr-016'],
  },
  {
    name: 'always-get',
    title: 'turns everything into GET on every redirect',
    policy: rewriting(() => true, toGet),
    also: ['cookie-jar', 'http2', 'form'],
    under: ['fetch', 'rfc9110', 'adr-016'],
  },
  {
    name: 'always-head',
    title: 'turns everything into HEAD on every redirect',
    policy: rewriting(
      () => true,
      () => 'HEAD',
    ),
    also: ['http2', 'proxy', 'form'],
    under: ['fetch', 'rfc9110', 'adr-016'],
  },
  {
    name: 'keeps-post',
    title: 'keeps POST on 301 and 302',
    policy: rewriting((status, method) => status < 303 && method === 'POST', asIs),
    under: ['fetch'],
  },
  {
    name: 'keeps-put',
    title: 'keeps PUT and PATCH on 301 and 302',
    policy: rewriting((status, method) => status < 303 && /^P(UT|ATCH)$/.test(method), asIs),
    under: ['adr-016'],
  },
  {
    name: 'keeps-method-on-303',
    title: 'keeps the method on 303',
    policy: rewriting((status) => status === 303, asIs),
    under: ['fetch'],
  },
  {
    name: 'restarts-the-method',
    title: 'makes each request from method and body of the first',
    policy: () => ({ source: (redirected, { method, body }) => ({ ...redirected, method, body }) }),
    under: ['fetch'],
  },
  {
    name: 'drops-body-on-308',
    title: 'drops the body on 308',
    policy: () => ({ keepsBody: (status) => status !== 308 }),
    under: ['fetch'],
  },
  {
    name: 'mangles-body',
    title: 'takes the body for ASCII when it sends it again',
    policy: () => ({
      source: (redirected) => ({
        ...redirected,
        body: redirected.body && Buffer.from(Buffer.from(redirected.body).toString('ascii')),
      }),
    }),
    under: ['fetch'],
  },
  {
    name: 'keeps-content-type',
    title: 'keeps the fields of a body that it dropped',
    policy: () => ({ belongsToBody: (field) => /^content-length$/i.test(field) }),
    also: ['http2', 'form'],
    under: ['fetch'],
  },
  {
    name: 'forgets-content-type',
    title: 'drops the fields of a body that it keeps',
    policy: ({ staysBehind, belongsToBody }) => ({
      staysBehind: (field, from, to) => belongsToBody(field) || staysBehind(field, from, to),
    }),
    also: ['http2', 'form'],
    under: ['fetch'],
  },
  {
    name: 'announces-a-lost-body',
    title: 'sends the Content-Length of a body that it dropped',
    send: cutShort,
    also: ['cache', 'form'],
    under: ['fetch', 'adr-016'],
  },
  {
    name: 'frames-twice',
    title: 'sends both Content-Length and Transfer-Encoding',
    send: framedTwice,
    also: ['form'],
    under: ['rfc9110'],
  },
];
