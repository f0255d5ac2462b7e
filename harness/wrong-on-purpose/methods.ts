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
        under: ['fetch'],
        checks: [
          '*/*#{request@home-8080/target,request@sub/target,request@home-tls/target}',
          'method-matrix/307-post#request@target',
          'method-matrix/307-then-307-post#request@target',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-post-to-the-default-port,content-length-307,transfer-encoding-307,expect-307}#request@target',
          'request-bodies/307-*#request@stop-1',
          'request-bodies/307-308-307-post#{request@stop-2,request@stop-3}',
          'request-bodies/307-post-to-another-host#request@other/target',
          'request-bodies/307-post-to-another-scheme-down#request@dual/target',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          '*/*#{request@home-8080/target,request@sub/target,request@home-tls/target}',
          'method-matrix/307-post#request@target',
          'method-matrix/307-then-307-post#request@target',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-post-stream,307-post-stream-with-length,307-307-307-stream,307-post-to-the-default-port,content-length-307,transfer-encoding-307,expect-307}#request@target',
          'request-bodies/307-*#request@stop-1',
          'request-bodies/307-308-307-post#{request@stop-2,request@stop-3}',
          'request-bodies/307-post-to-another-host#request@other/target',
          'request-bodies/307-post-to-another-scheme-down#request@dual/target',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          '*/*#{request@home-8080/target,request@sub/target,request@home-tls/target}',
          'method-matrix/307-post#request@target',
          'method-matrix/307-then-307-post#request@target',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-post-stream,307-post-stream-with-length,307-307-307-stream,307-post-to-the-default-port}#request@target',
          'request-bodies/307-post-to-another-host#request@other/target',
          'request-bodies/307-post-to-another-scheme-down#request@dual/target',
        ],
      },
    ],
  },
  {
    name: 'always-get',
    title: 'turns everything into GET on every redirect',
    policy: rewriting(() => true, toGet),
    breaks: [
      {
        under: ['rfc9110'],
        checks: [
          'http2/{30[78]-{head,post,put},30[78]-post-stream,307-before-the-upload-ends}#request@h2/target',
          'http2/{to-http1,from-http1,up-from-http}-307-post#request@*/target',
          'http2/down-to-http-307-post#request@target',
          '*/*#{request@other/target,request@home-8080/target,request@sub/target,request@home-tls/target,request@dual/target}',
          'method-matrix/{307,308}-{head,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
          's3-error-bodies/{temporary-head,temporary-put,temporary-delete}#request@other/puppy.jpg',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-stream,307-put-stream,307-post-stream-with-length,307-307-307-stream,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-stream,308-put-stream,308-post-to-the-default-port}#request@target',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          'http2/{30[12]-{head,put},303-head,30[78]-{head,post,put},307-before-the-upload-ends}#request@h2/target',
          'http2/{to-http1,from-http1,up-from-http}-307-post#request@*/target',
          'http2/down-to-http-307-post#request@target',
          '*/*#{request@other/target,request@home-8080/target,request@sub/target,request@home-tls/target,request@dual/target}',
          'method-matrix/{301,302}-{head,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/303-head#request@target',
          'method-matrix/{307,308}-{head,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
          's3-error-bodies/{temporary-head,temporary-put,temporary-delete}#request@other/puppy.jpg',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-to-the-default-port,301-put-text,301-put-multipart,302-put-text,302-put-multipart,content-length-307,transfer-encoding-307,expect-307}#request@target',
          'request-bodies/{307-*,308-307-308-put}#request@stop-1',
          'request-bodies/{307-308-307-post,308-307-308-put}#{request@stop-2,request@stop-3}',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'http2/{30[12]-head,30[78]-{head,post,put},30[78]-post-stream,307-before-the-upload-ends}#request@h2/target',
          'http2/{to-http1,from-http1,up-from-http}-307-post#request@*/target',
          'http2/down-to-http-307-post#request@target',
          '*/*#{request@other/target,request@home-8080/target,request@sub/target,request@home-tls/target,request@dual/target}',
          'method-matrix/{301,302}-head#request@target',
          'method-matrix/{307,308}-{head,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
          's3-error-bodies/{temporary-head,temporary-put,temporary-delete}#request@other/puppy.jpg',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-stream,307-put-stream,307-post-stream-with-length,307-307-307-stream,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-stream,308-put-stream,308-post-to-the-default-port,content-length-307,transfer-encoding-307,expect-307}#request@target',
          'request-bodies/{307-*,308-307-308-put}#request@stop-1',
          'request-bodies/{307-308-307-post,308-307-308-put}#{request@stop-2,request@stop-3}',
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
          'http2/{30[12378]-{get,post,put},303-post-stream,*-before-the-upload-ends}#request@h2/target',
          'http2/{to-http1,from-http1,up-from-http}-*#request@*/target',
          'http2/down-to-http-*#request@target',
          '*/*#{request@stop-1,request@stop-2,request@stop-3,request@stop-4,request@other/target,request@home-8080/target,request@sub/target,request@home-tls/target,request@dual/target}',
          'method-matrix/{301,302,303,307,308}-{get,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-301-post,307-then-307-post}#request@target',
          'cycles/post-303-same-url#outcome',
          's3-error-bodies/{temporary-get,temporary-put,temporary-delete}#request@other/puppy.jpg',
          's3-error-bodies/temporary-get#response-body',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-to-the-default-port,301-put-text,301-put-multipart,301-post-json,301-post-form,301-post-multipart,301-post-large,302-put-text,302-put-multipart,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-stream,303-put-stream,303-307-307-stream,content-*,transfer-*,expect-*}#request@target',
          'redirect-bodies/{none,page,page-307,page-303,like-a-response,large,chunked,chunked-empty,chunked-with-extras,until-*,gzip,gzip-junk,gzip-empty,gzip-cut,gzip-chunked-empty,brotli-junk,unknown-coding,longer-than-said,second-response,final-*}#response-body',
          'metadata/{fields-of-the-last-answer,ends-in-401,ends-in-404,ends-in-410,ends-in-201,body-chunked-then-length,body-length-then-chunked,body-closed-then-length}#response-body',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'http2/{30[12]-{post,put},30[378]-{get,post,put},*-post-stream,*-before-the-upload-ends}#request@h2/target',
          'http2/{to-http1,from-http1,up-from-http}-307-post#request@*/target',
          'http2/down-to-http-307-post#request@target',
          '*/*#{request@stop-1,request@stop-2,request@stop-3,request@stop-4,request@other/target,request@home-8080/target,request@sub/target,request@home-tls/target,request@dual/target}',
          'method-matrix/{301,302}-{post,put,patch}#request@target',
          'method-matrix/{303,307,308}-{get,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-301-post,307-then-307-post}#request@target',
          's3-error-bodies/{temporary-get,temporary-put,temporary-delete}#request@other/puppy.jpg',
          's3-error-bodies/temporary-get#response-body',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-stream,307-put-stream,307-post-stream-with-length,307-307-307-stream,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-stream,308-put-stream,308-post-to-the-default-port,301-put-text,301-put-multipart,301-post-json,301-post-form,301-post-multipart,301-post-large,301-post-stream,301-put-stream,301-post-stream-by-http-1-0,302-put-text,302-put-multipart,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,302-post-stream,302-put-stream,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-stream,303-put-stream,303-307-307-stream,content-*,transfer-*,expect-*}#request@target',
          'redirect-bodies/{none,page,page-307,page-303,like-a-response,large,chunked,chunked-empty,chunked-with-extras,until-*,gzip,gzip-junk,gzip-empty,gzip-cut,gzip-chunked-empty,brotli-junk,unknown-coding,longer-than-said,second-response,final-*}#response-body',
          'metadata/{fields-of-the-last-answer,ends-in-401,ends-in-404,ends-in-410,ends-in-201,body-chunked-then-length,body-length-then-chunked,body-closed-then-length}#response-body',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          'http2/{30[78]-{get,post,put},30[78]-post-stream,307-before-the-upload-ends}#request@h2/target',
          'http2/{to-http1,from-http1,up-from-http}-307-post#request@*/target',
          'http2/down-to-http-307-post#request@target',
          '*/*#{request@other/target,request@home-8080/target,request@sub/target,request@home-tls/target,request@dual/target}',
          'method-matrix/{307,308}-{get,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-307-post}#request@target',
          's3-error-bodies/{temporary-get,temporary-put,temporary-delete}#request@other/puppy.jpg',
          's3-error-bodies/temporary-get#response-body',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-stream,307-put-stream,307-post-stream-with-length,307-307-307-stream,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-stream,308-put-stream,308-post-to-the-default-port}#request@target',
          'redirect-bodies/{none,page,page-307,page-303,like-a-response,large,chunked,chunked-empty,chunked-with-extras,until-*,gzip,gzip-junk,gzip-empty,gzip-cut,gzip-chunked-empty,brotli-junk,unknown-coding,longer-than-said,second-response,final-*}#response-body',
          'metadata/{fields-of-the-last-answer,ends-in-401,ends-in-404,ends-in-410,ends-in-201,body-chunked-then-length,body-length-then-chunked,body-closed-then-length}#response-body',
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
        under: ['fetch'],
        checks: [
          'method-matrix/{301,302}-post#request@target',
          'method-matrix/307-then-301-post#request@target',
          'request-bodies/{301-post-json,301-post-form,301-post-multipart,301-post-large,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,content-length-302,expect-302}#request@target',
          'request-bodies/307-302-307-post#{request@stop-2,request@stop-3}',
        ],
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
      {
        under: ['adr-016'],
        checks: [
          'method-matrix/{301,302}-{put,patch}#request@target',
          'request-bodies/{301-put-text,301-put-multipart,301-put-stream,302-put-text,302-put-multipart,302-put-stream}#request@target',
        ],
      },
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
          'request-bodies/{303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-stream,303-put-stream,transfer-encoding-303,expect-303}#request@target',
          'request-bodies/{307-303-308-302-post,303-301-put}#request@stop-2',
          'request-bodies/307-303-308-302-post#request@stop-3',
          'request-bodies/303-301-put#request@stop-1',
          'request-bodies/303-307-307-stream#followed',
        ],
      },
    ],
  },
  {
    name: 'restarts-the-method',
    title: 'makes each request from method and body of the first',
    policy: () => ({ source: (redirected, { method, body }) => ({ ...redirected, method, body }) }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{303-then-307-post,303-then-308-put}#request@target',
          'request-bodies/{307-302-307-post,307-303-308-302-post}#request@stop-3',
          'request-bodies/303-301-put#request@stop-2',
          'request-bodies/303-307-307-stream#followed',
        ],
      },
    ],
  },
  {
    name: 'drops-body-on-308',
    title: 'drops the body on 308',
    policy: () => ({ keepsBody: (status) => status !== 308 }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/308-{post,put,patch,query,propfind}#request@target',
          'request-bodies/{308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-to-the-default-port}#request@target',
          'request-bodies/{307-308-307-post,308-307-308-put}#{request@stop-2,request@stop-3}',
          'request-bodies/308-307-308-put#request@stop-1',
        ],
      },
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
          'request-bodies/{307-post-json,308-post-json}#request@target',
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
        checks: [
          'http2/{30[123]-post,303-put}#content-headers@h2/target',
          'method-matrix/{301,302}-post#content-headers@target',
          'method-matrix/303-*#content-headers@target',
          'request-bodies/{301-post-json,301-post-form,301-post-multipart,301-post-large,301-post-content-fields,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-content-fields,303-*}#field:content-type@target',
          'request-bodies/{301-post-content-fields,302-post-content-fields,303-*}#{field:content-encoding@target,field:content-language@target,field:content-location@target}',
          'request-bodies/{expect-302,expect-303}#field:expect@target',
        ],
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
          'http2/{30[12]-put,30[78]-{post,put}}#content-headers@h2/target',
          'method-matrix/{301,302}-{put,patch,query,propfind}#content-headers@target',
          'method-matrix/{307,308}-*#content-headers@target',
          'request-bodies/{307-*,308-*,301-put-text,301-put-multipart,302-put-text,302-put-multipart,302-put-content-fields}#field:content-type@target',
          'request-bodies/{302-put-content-fields,307-post-content-fields,308-post-content-fields}#{field:content-encoding@target,field:content-language@target,field:content-location@target}',
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
          'redirect-modes/*#outcome@2',
          'method-matrix/{301,302}-{get,head,post,delete,options}#request@target',
          'method-matrix/303-*#request@target',
          'method-matrix/{307,308}-{get,head,delete,options}#request@target',
          'method-matrix/307-then-301-post#request@target',
          'method-matrix/{301,302}-post#{content-headers@target,framing@target}',
          'method-matrix/303-*#{content-headers@target,framing@target}',
          'location-resolution/{query-of-location,url-in-the-query}#next@start',
          'location-bytes/{space-in-the-query,ipv4,ipv6,unresolvable}#next@start',
          'fragments/not-on-the-wire#next@start',
          'target-schemes/host-named-unix#next@start',
          'request-bodies/{307-post-without-body,307-put-without-body,307-delete-without-body,308-post-without-body,308-put-without-body,308-delete-without-body,301-post-json,301-post-form,301-post-multipart,301-post-large,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-stream,303-put-stream,303-307-307-stream,content-length-302,transfer-encoding-303,expect-302,expect-303}#request@target',
          'request-bodies/{301-post-json,301-post-form,301-post-multipart,301-post-large,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-stream,303-put-stream,303-307-307-stream,content-length-302}#framing@target',
          'headers/request-line-query#next@start',
          'metadata/query#followed',
          'metadata/ends-*#outcome',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'method-matrix/{301,302}-{head,post,put,patch}#request@target',
          'method-matrix/303-{get,post,put,patch,delete,options,query,propfind}#request@target',
          'method-matrix/{307,308}-{get,head,delete,options}#request@target',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-301-post}#request@target',
          'method-matrix/{301,302}-{post,put,patch}#framing@target',
          'method-matrix/303-*#framing@target',
          'location-resolution/{query-of-location,url-in-the-query}#next@start',
          'fragments/not-on-the-wire#next@start',
          'request-bodies/{301-put-text,301-put-multipart,301-post-json,301-post-form,301-post-multipart,301-post-large,301-post-stream,301-put-stream,301-post-stream-by-http-1-0,302-put-text,302-put-multipart,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,302-post-stream,302-put-stream,307-post-without-body,307-put-without-body,307-delete-without-body,308-post-without-body,308-put-without-body,308-delete-without-body,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-stream,303-put-stream,303-307-307-stream,content-length-302,transfer-encoding-303,expect-302,expect-303}#request@target',
          'request-bodies/{301-put-text,301-put-multipart,301-post-json,301-post-form,301-post-multipart,301-post-large,301-post-stream,301-put-stream,301-post-stream-by-http-1-0,302-put-text,302-put-multipart,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,302-post-stream,302-put-stream,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-stream,303-put-stream,303-307-307-stream,content-length-302}#framing@target',
          'headers/request-line-query#next@start',
          'redirect-modes/manual-then-default#outcome@2',
          'metadata/query#followed',
          'metadata/ends-*#outcome',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          'method-matrix/{301,302}-post#framing@target',
          'method-matrix/303-*#framing@target',
          'location-resolution/{query-of-location,url-in-the-query}#next@start',
          'fragments/not-on-the-wire#next@start',
          'request-bodies/{301-post-json,301-post-form,301-post-multipart,301-post-large,301-post-stream,301-post-stream-by-http-1-0,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,302-post-stream,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-stream,303-put-stream,303-307-307-stream,content-length-302}#framing@target',
          'headers/request-line-query#next@start',
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
        under: ['rfc9110'],
        checks: [
          'method-matrix/{301,302}-{put,patch,query,propfind}#framing@target',
          'method-matrix/{307,308}-*#framing@target',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-stream,307-put-stream,307-post-stream-with-length,307-307-307-stream,307-get-with-body,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-stream,308-put-stream,308-get-with-body,301-put-text,301-put-multipart,301-put-stream,301-get-with-body,302-put-text,302-put-multipart,302-put-stream,302-get-with-body,content-length-307,transfer-encoding-307,303-get-with-body}#framing@target',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{301,302}-{put,patch,query,propfind}#framing@target',
          'method-matrix/{307,308}-*#framing@target',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-get-with-body,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-get-with-body,301-put-text,301-put-multipart,301-get-with-body,302-put-text,302-put-multipart,302-get-with-body,content-length-307,transfer-encoding-307,303-get-with-body}#framing@target',
        ],
      },
    ],
  },
];
