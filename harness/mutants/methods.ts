import type { Policy } from '../reference/policy.ts';
import type { Mutant } from './mutant.ts';
import { announcingNoBody, framedTwice } from './support/wrong-framing.ts';

/** Replaces the method of the next request where `when` says so. */
const rewriting =
  (when: (status: number, method: string) => boolean, to: (method: string) => string) =>
  ({ methodAfter }: Policy): Partial<Policy> => ({
    methodAfter: (status, method) => (when(status, method) ? to(method) : methodAfter(status, method)),
  });

const toGet = (): string => 'GET';
const asIs = (method: string): string => method;

/** Clients that make an error with the method or the body of the next request. */
export const methodMutants: readonly Mutant[] = [
  {
    name: 'rewrites-307',
    title: 'turns POST into GET on 307',
    policy: rewriting((status, method) => status === 307 && method === 'POST', toGet),
    witnesses: {},
  },
  {
    name: 'always-get',
    title: 'turns every method into GET on every redirect',
    policy: rewriting(() => true, toGet),
    witnesses: {},
  },
  {
    name: 'always-head',
    title: 'turns every method into HEAD on every redirect',
    policy: rewriting(
      () => true,
      () => 'HEAD',
    ),
    witnesses: {},
  },
  {
    name: 'keeps-post',
    title: 'keeps POST on 301 and 302',
    policy: rewriting((status, method) => status < 303 && method === 'POST', asIs),
    witnesses: {},
  },
  {
    name: 'keeps-put',
    title: 'keeps PUT and PATCH on 301 and 302',
    policy: rewriting((status, method) => status < 303 && /^P(UT|ATCH)$/.test(method), asIs),
    witnesses: {},
  },
  {
    name: 'keeps-method-on-303',
    title: 'keeps the method on 303',
    policy: rewriting((status) => status === 303, asIs),
    witnesses: {},
  },
  {
    name: 'restores-method',
    title: 'makes each request from the method and the body of the first one',
    policy: () => ({ source: (redirected, { method, body }) => ({ ...redirected, method, body }) }),
    witnesses: {},
  },
  {
    name: 'drops-body-on-308',
    title: 'drops the body on 308',
    policy: () => ({ keepsBody: (status) => status !== 308 }),
    witnesses: {},
  },
  {
    name: 'mangles-body',
    title: 'converts a body to ASCII when it sends the body again',
    policy: () => ({
      source: (redirected) => ({
        ...redirected,
        body: redirected.body && Buffer.from(Buffer.from(redirected.body).toString('ascii')),
      }),
    }),
    witnesses: {},
  },
  {
    name: 'keeps-content-fields',
    title: 'keeps the fields that describe a dropped body',
    policy: () => ({ belongsToBody: (field) => /^content-length$/i.test(field) }),
    witnesses: {},
  },
  {
    name: 'drops-content-fields',
    title: 'drops the fields that describe a body which it sends again',
    policy: ({ dropsField, belongsToBody }) => ({
      dropsField: (field, from, to) => belongsToBody(field) || dropsField(field, from, to),
    }),
    witnesses: {},
  },
  {
    name: 'announces-dropped-body',
    title: 'sends the Content-Length of a body that it does not send',
    send: announcingNoBody,
    witnesses: {},
  },
  {
    name: 'frames-twice',
    title: 'sends both Content-Length and Transfer-Encoding',
    send: framedTwice,
    witnesses: {},
  },
];
