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
    breaks: [
      {
        under: ['fetch', 'rfc9110', 'adr-016'],
        checks: ['method-matrix/307-post#request@target', 'method-matrix/307-then-307-post#request@target'],
      },
    ],
  },
  {
    name: 'always-get',
    title: 'turns everything into GET on every redirect',
    policy: rewriting(() => true, toGet),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{301,302}-{head,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/303-head#request@target',
          'method-matrix/{307,308}-{head,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
          's3-error-bodies/{temporary-head,temporary-put,temporary-delete}#request@other/puppy.jpg',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          'method-matrix/{307,308}-{head,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
          's3-error-bodies/{temporary-head,temporary-put,temporary-delete}#request@other/puppy.jpg',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'method-matrix/{301,302}-head#request@target',
          'method-matrix/{307,308}-{head,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
          's3-error-bodies/{temporary-head,temporary-put,temporary-delete}#request@other/puppy.jpg',
        ],
      },
    ],
  },
  {
    name: 'always-head',
    title: 'turns everything into HEAD on every redirect',
    policy: rewriting(
      () => true,
      () => 'HEAD',
    ),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{301,302,303,307,308}-{get,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-301-post,307-then-307-post}#request@target',
          'cycles/post-303-same-url#outcome',
          's3-error-bodies/{temporary-get,temporary-put,temporary-delete}#request@other/puppy.jpg',
          's3-error-bodies/temporary-get#response-body',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          'method-matrix/{307,308}-{get,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-307-post}#request@target',
          's3-error-bodies/{temporary-get,temporary-put,temporary-delete}#request@other/puppy.jpg',
          's3-error-bodies/temporary-get#response-body',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'method-matrix/{301,302}-{post,put,patch}#request@target',
          'method-matrix/{303,307,308}-{get,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-301-post,307-then-307-post}#request@target',
          's3-error-bodies/{temporary-get,temporary-put,temporary-delete}#request@other/puppy.jpg',
          's3-error-bodies/temporary-get#response-body',
        ],
      },
    ],
  },
  {
    name: 'keeps-post',
    title: 'keeps POST on 301 and 302',
    policy: rewriting((status, method) => status < 303 && method === 'POST', asIs),
    breaks: [
      {
        under: ['fetch', 'adr-016'],
        checks: ['method-matrix/{301,302}-post#request@target', 'method-matrix/307-then-301-post#request@target'],
      },
      { under: ['rfc9110'], checks: [] },
    ],
  },
  {
    name: 'keeps-put',
    title: 'keeps PUT and PATCH on 301 and 302',
    policy: rewriting((status, method) => status < 303 && /^P(UT|ATCH)$/.test(method), asIs),
    breaks: [
      { under: ['fetch'], checks: [] },
      { under: ['adr-016'], checks: ['method-matrix/{301,302}-{put,patch}#request@target'] },
    ],
  },
  {
    name: 'keeps-method-on-303',
    title: 'keeps the method on 303',
    policy: rewriting((status) => status === 303, asIs),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/303-{post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put}#request@target',
          'cycles/post-303-same-url#outcome',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'method-matrix/303-{post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put}#request@target',
        ],
      },
    ],
  },
  {
    name: 'restarts-the-method',
    title: 'makes each request from method and body of the first',
    policy: () => ({ source: (redirected, { method, body }) => ({ ...redirected, method, body }) }),
    breaks: [
      { under: ['fetch', 'rfc9110', 'adr-016'], checks: ['method-matrix/{303-then-307-post,303-then-308-put}#request@target'] },
    ],
  },
  {
    name: 'drops-body-on-308',
    title: 'drops the body on 308',
    policy: () => ({ keepsBody: (status) => status !== 308 }),
    breaks: [
      { under: ['fetch', 'adr-016'], checks: ['method-matrix/308-{post,put,patch,query,propfind}#request@target'] },
      { under: ['rfc9110'], checks: [] },
    ],
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
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{301,302}-{put,patch,query,propfind}#request@target',
          'method-matrix/{307,308}-{post,put,patch,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'method-matrix/{307,308}-{post,put,patch,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
        ],
      },
    ],
  },
  {
    name: 'keeps-content-type',
    title: 'keeps the fields of a body that it dropped',
    policy: () => ({ belongsToBody: (field) => /^content-length$/i.test(field) }),
    breaks: [
      {
        under: ['fetch'],
        checks: ['method-matrix/{301,302}-post#content-headers@target', 'method-matrix/303-*#content-headers@target'],
      },
    ],
  },
  {
    name: 'forgets-content-type',
    title: 'drops the fields of a body that it keeps',
    policy: ({ staysBehind, belongsToBody }) => ({
      staysBehind: (field, from, to) => belongsToBody(field) || staysBehind(field, from, to),
    }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{301,302}-{put,patch,query,propfind}#content-headers@target',
          'method-matrix/{307,308}-*#content-headers@target',
        ],
      },
    ],
  },
  {
    name: 'announces-a-lost-body',
    title: 'sends the Content-Length of a body that it dropped',
    send: cutShort,
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{301,302}-{get,head,post,delete,options}#request@target',
          'method-matrix/303-*#request@target',
          'method-matrix/{307,308}-{get,head,delete,options}#request@target',
          'method-matrix/307-then-301-post#request@target',
          'method-matrix/{301,302}-post#{content-headers@target,framing@target}',
          'method-matrix/303-*#{content-headers@target,framing@target}',
        ],
      },
      { under: ['rfc9110'], checks: ['method-matrix/{301,302}-post#framing@target', 'method-matrix/303-*#framing@target'] },
      {
        under: ['adr-016'],
        checks: [
          'method-matrix/{301,302}-{head,post,put,patch}#request@target',
          'method-matrix/303-{get,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{307,308}-{get,head,delete,options}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-301-post}#request@target',
          'method-matrix/{301,302}-{post,put,patch}#framing@target',
          'method-matrix/303-*#framing@target',
        ],
      },
    ],
  },
  {
    name: 'frames-twice',
    title: 'sends both Content-Length and Transfer-Encoding',
    send: framedTwice,
    breaks: [
      {
        under: ['fetch', 'rfc9110'],
        checks: ['method-matrix/{301,302}-{put,patch,query,propfind}#framing@target', 'method-matrix/{307,308}-*#framing@target'],
      },
      {
        under: ['adr-016'],
        checks: ['method-matrix/{301,302}-{query,propfind}#framing@target', 'method-matrix/{307,308}-*#framing@target'],
      },
    ],
  },
];
