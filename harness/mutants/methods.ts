import type { ReferencePolicy } from '../reference/policy.ts';
import type { Mutant } from './mutant.ts';
import { changingRedirectedRequests, changingRequests } from './support/changing.ts';
import { changingCalls } from './support/wrapped.ts';
import { announcingNoBody, framedTwice } from './support/wrong-framing.ts';

/** Replaces the method of the next request where `when` says so. */
const rewriting =
  (when: (status: number, method: string) => boolean, to: (method: string) => string) =>
  ({ methodAfter }: ReferencePolicy): Partial<ReferencePolicy> => ({
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
    witnesses: { 'adr-016': ['method-matrix/307-post#request@target'] },
  },
  {
    name: 'always-get',
    title: 'turns every method into GET on every redirect',
    policy: rewriting(() => true, toGet),
    witnesses: {
      fetch: ['method-matrix/301-put#request@target'],
      rfc9110: ['method-matrix/308-put#request@target'],
      'adr-016': ['method-matrix/308-put#request@target'],
    },
  },
  {
    name: 'always-head',
    title: 'turns every method into HEAD on every redirect',
    policy: rewriting(
      () => true,
      () => 'HEAD',
    ),
    witnesses: {
      fetch: ['method-matrix/301-get#request@target'],
      rfc9110: ['method-matrix/307-get#request@target'],
      'adr-016': ['method-matrix/303-post#request@target'],
    },
  },
  {
    name: 'keeps-post',
    title: 'keeps POST on 301 and 302',
    policy: rewriting((status, method) => status < 303 && method === 'POST', asIs),
    witnesses: { fetch: ['method-matrix/301-post#request@target', 'method-matrix/301-lower-case-post#request@target'] },
  },
  {
    name: 'keeps-put',
    title: 'keeps PUT and PATCH on 301 and 302',
    policy: rewriting((status, method) => status < 303 && /^P(UT|ATCH)$/.test(method), asIs),
    witnesses: { 'adr-016': ['method-matrix/301-put#request@target', 'method-matrix/302-patch#request@target'] },
  },
  {
    name: 'keeps-method-on-303',
    title: 'keeps the method on 303',
    policy: rewriting((status) => status === 303, asIs),
    witnesses: { fetch: ['method-matrix/303-put#request@target'] },
  },
  {
    name: 'inverts-methods',
    title: 'turns a method into GET where it stays, and keeps it where it becomes GET',
    policy: () => ({ methodAfter: (status, method) => (status === 303 ? method : 'GET') }),
    witnesses: { fetch: ['method-matrix/303-post#request@target', 'method-matrix/307-post#request@target'] },
  },
  {
    name: 'upper-cases-methods',
    title: 'converts every method to upper case',
    client: changingCalls((request) => ({ ...request, method: request.method.toUpperCase() })),
    witnesses: { fetch: ['method-matrix/307-lower-case-patch#request@target'] },
  },
  {
    name: 'restores-method',
    title: 'makes each request from the method and the body of the first one',
    send: changingRequests((request, [first, second]) =>
      first && second ? { ...request, method: first.method, body: first.body } : request,
    ),
    witnesses: { fetch: ['request-bodies/303-301-put#request@stop-2'] },
  },
  {
    name: 'drops-body-on-308',
    title: 'drops the body on 308',
    policy: () => ({ keepsBody: (status) => status !== 308 }),
    witnesses: { fetch: ['method-matrix/308-post#request@target'] },
  },
  {
    name: 'mangles-body',
    title: 'converts a body to ASCII when it sends the body again',
    send: changingRedirectedRequests((request) => ({
      ...request,
      body: request.body && Buffer.from(Buffer.from(request.body).toString('ascii')),
    })),
    witnesses: { fetch: ['method-matrix/307-post#request@target'] },
  },
  {
    name: 'keeps-content-fields',
    title: 'keeps the fields that describe a dropped body',
    policy: () => ({ belongsToBody: (field) => /^content-length$/i.test(field) }),
    witnesses: { fetch: ['method-matrix/301-post#content-headers@target'] },
  },
  {
    name: 'drops-content-fields',
    title: 'drops the fields that describe a body which it sends again',
    policy: ({ dropsField, belongsToBody }) => ({
      dropsField: (field, from, to) => belongsToBody(field) || dropsField(field, from, to),
    }),
    witnesses: { fetch: ['method-matrix/307-post#content-headers@target'] },
  },
  {
    name: 'announces-dropped-body',
    title: 'sends the Content-Length of a body that it does not send',
    send: announcingNoBody,
    witnesses: { fetch: ['method-matrix/303-post#framing@target'], 'adr-016': ['method-matrix/302-post#framing@target'] },
  },
  {
    name: 'frames-twice',
    title: 'sends both Content-Length and Transfer-Encoding',
    send: framedTwice,
    witnesses: { rfc9110: ['method-matrix/307-post#framing@target'] },
  },
];
