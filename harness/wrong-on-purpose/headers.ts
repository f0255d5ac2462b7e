import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import { toHeadersObject } from '../client.ts';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../servers/connection.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

const isCredential = (field: string): boolean => /authorization$|^cookie$|^x-api-key$/i.test(field);

/** A client that changes the fields of every request but the first of a call. */
const behindRedirects =
  (change: (request: Exchange, first: Exchange) => HeaderFields) =>
  (send: Send): Send => {
    let first: Exchange | undefined;
    return (request) => {
      const headers = first ? change(request, first) : request.headers;
      first ??= request;
      return send({ ...request, headers });
    };
  };

const withHost = ({ headers: fields }: Exchange, host: string): HeaderFields => [
  ...fields.filter(([name]) => !/^host$/i.test(name)),
  ['Host', host],
];

/** Sends a request with a text of its own in place of path and query. */
async function sendTarget({ method, url, headers, body }: Exchange, path: string): ReturnType<Send> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const { request } = url.protocol === 'https:' ? https : http;
  const length = body && { 'Content-Length': String(body.length) };
  request(url, { method, path, headers: { ...toHeadersObject(headers), ...length } })
    .once('response', resolve)
    .once('error', reject)
    .end(body);
  const response = await promise;
  return {
    status: response.statusCode ?? 0,
    headers: Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value) => [name, value] as const),
    ),
    body: new Uint8Array(await buffer(response)),
  };
}

/** Clients that carry the wrong fields along. */
export const headers: readonly Sin[] = [
  {
    name: 'keeps-host',
    title: 'sends the Host of its first request with every other',
    send: behindRedirects((request, { url }) => withHost(request, url.host)),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'credentials/*#field:host@other/target',
          '*/*#field:host@sub/target',
          'headers/{host-other,host-other-without-scheme,host-in-capitals,host-default-port}#field:host@other/target',
          'headers/host-port#field:host@home-8080/target',
          'headers/host-back-to-the-default-port#field:host@target',
          'credentials/mixed-schemes#followed',
          'referrer/secure-to-other-host#followed',
          'services/https-www-slash#followed',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          'credentials/*#field:host@other/target',
          '*/*#field:host@sub/target',
          'headers/{host-other,host-other-without-scheme,host-in-capitals,host-default-port}#field:host@other/target',
          'headers/host-port#field:host@home-8080/target',
          'headers/host-back-to-the-default-port#field:host@target',
        ],
      },
    ],
  },
  {
    name: 'names-the-default-port',
    title: 'names the port in Host behind a redirect, even if it is the default',
    send: behindRedirects((request) => {
      const { protocol, hostname, port } = request.url;
      return withHost(request, `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
    }),
    breaks: [
      {
        under: ['rfc9110'],
        checks: [
          'credentials/*#{field:host@target,field:host@other/target}',
          '*/*#{field:host@sub/target,field:host@home-tls/target}',
          'headers/{host-same-origin,host-relative,host-back-to-the-default-port}#field:host@target',
          'headers/{host-other,host-other-without-scheme,host-in-capitals}#field:host@other/target',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          'credentials/*#{field:host@target,field:host@other/target}',
          '*/*#{field:host@sub/target,field:host@home-tls/target}',
          'headers/{host-same-origin,host-relative,host-back-to-the-default-port}#field:host@target',
          'headers/{host-other,host-other-without-scheme,host-in-capitals,host-default-port}#field:host@other/target',
        ],
      },
    ],
  },
  {
    name: 'forgets-fields',
    title: 'drops the fields of the caller on every redirect, credentials apart',
    policy: ({ staysBehind }) => ({
      staysBehind: (field, from, to) => !isCredential(field) || staysBehind(field, from, to),
    }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#{field:accept@target,field:accept-language@target,field:user-agent@target,field:range@target,field:cache-control@target,field:if-unmodified-since@target,field:x-request-id@target,field:accept@other/target,field:accept-language@other/target,field:user-agent@other/target,field:range@other/target,field:cache-control@other/target,field:if-unmodified-since@other/target,field:x-request-id@other/target,field:accept@home-8080/target,field:accept-language@home-8080/target,field:user-agent@home-8080/target,field:range@home-8080/target,field:cache-control@home-8080/target,field:if-unmodified-since@home-8080/target,field:x-request-id@home-8080/target,field:accept@sub/target,field:accept-language@sub/target,field:user-agent@sub/target,field:range@sub/target,field:cache-control@sub/target,field:if-unmodified-since@sub/target,field:x-request-id@sub/target,field:accept@home-tls/target,field:accept-language@home-tls/target,field:user-agent@home-tls/target,field:range@home-tls/target,field:cache-control@home-tls/target,field:if-unmodified-since@home-tls/target,field:x-request-id@home-tls/target,field:x-tag@target,field:x-tag@other/target,field:accept-encoding@target}',
          'method-matrix/{301,302}-{put,patch,query,propfind}#content-headers@target',
          'method-matrix/{307,308}-*#content-headers@target',
          'request-bodies/{307-*,308-*,301-put-text,301-put-multipart,302-put-text,302-put-multipart,302-put-content-fields}#field:content-type@target',
          'request-bodies/{302-put-content-fields,307-post-content-fields,308-post-content-fields}#{field:content-encoding@target,field:content-language@target,field:content-location@target,field:digest@target,field:last-modified@target,field:content-md5@target,field:content-digest@target,field:content-disposition@target,field:content-range@target}',
        ],
      },
    ],
  },
  {
    name: 'names-the-whole-uri',
    title: 'puts the whole URI in the request line behind a redirect',
    send: (send) => (request) => (request.url.pathname === '/start' ? send(request) : sendTarget(request, request.url.href)),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'redirect-modes/*#outcome@2',
          'headers/*#next@start',
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three,next@,followed@2}',
          '{cycles,s3-error-bodies}/*#outcome',
          '{cross-host-auth,s3-error-bodies,fragments}/*#followed',
          'method-matrix/{301,302,303,307,308}-*#followed',
          'chain-limits/{default,exactly-*}#outcome',
          'missing-location/resumable-upload#{outcome,response-header:range}',
          's3-error-bodies/permanent-*#response-header:x-amz-bucket-region',
          's3-error-bodies/permanent-*#response-body',
          'location-resolution/{name,name-and-query,name-and-fragment,name-query-and-fragment,name-and-parameter,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-name,dot,dot-slash,dot-at-the-root,dot-then-up,dot-inside,dot-in-the-query,dot-in-the-fragment,directory,absolute-path,network-*,query,parameter,parameter-query-and-fragment,parameter-then-dot,parameter-then-dots,dots,dots-slash,dots-name,dots-at-the-root,dots-both-ends,dots-inside,dots-in-the-query,dots-in-the-fragment,two-*,three-up,four-up}#next@b/c/d;p',
          'location-resolution/{absolute,absolute-with-dots,absolute-with-escaped-dots,absolute-without-path,empty-segments,query-of-location,url-in-the-query}#next@start',
          'location-bytes/{name-in-small-letters,name-in-capitals,name-in-mixed-case,no-space,whitespace-*,comma,space-in-the-path,space-in-the-query,space-in-scheme,angle-brackets,lone-percent,escaped-reserved,escaped-percent,escaped-unreserved,escaped-in-small-letters,capitals,default-*,empty-port,colons}#next@start',
          'location-bytes/8000-octets#followed',
          'fragments/not-on-the-wire#next@start',
          'status-coverage/{interim-100,interim-102,interim-103,interim-199,interim-several,interim-100-post,interim-103-with-location,reason-moved-temporarily,reason-ok,reason-not-found,reason-another-status,reason-empty,reason-empty-307,reason-latin-1,reason-long,http-*,302-*}#followed',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-content-fields,307-308-307-post,307-302-307-post,307-303-308-302-post,307-post-to-another-host,307-post-to-another-port,307-post-to-another-subdomain,307-post-to-another-scheme-up,307-post-to-another-scheme-down,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-content-fields,308-307-308-put,308-post-to-another-host,308-post-to-another-scheme-down,308-post-to-the-default-port,301-put-text,301-put-multipart,301-post-json,301-post-form,301-post-multipart,301-post-large,301-post-content-fields,302-put-text,302-put-multipart,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,302-post-content-fields,302-put-content-fields,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-content-fields,303-put-content-fields,303-301-put,303-post-stream,303-put-stream,303-307-307-stream}#followed',
          'redirect-bodies/{none,page,page-307,page-303,like-a-response,large,chunked,chunked-empty,chunked-with-extras,until-*,gzip,head,head-chunked,final-*}#followed',
          'headers/{kept-*,repeated-*,accept-encoding,authorization-twice,host-same-origin,host-relative,host-other,host-other-without-scheme,host-subdomain,host-port,host-https,host-back-to-the-default-port,host-in-capitals,host-default-port,host-by-hand-same-origin,host-by-hand-other,host-by-hand-other-odd-case,host-by-hand-port,last-answer-only,many-fields}#followed',
          'credentials/{port-*,subdomain-*,parent-*,scheme-up-307,default-*,up-*,option-*,userinfo-*,on-*,there-and-back-307,mixed-schemes,relative-on-https,lookalike-*,host-field-names-the-target,names-*,fields-that-no-standard-lists,basic-*,digest-*}#followed',
          'referrer/{same-origin,userinfo,fragment,other-host,secure-to-other-host,down,down-to-other-host,up,policy-*,written-*,no-origin-of-its-own}#followed',
          'metadata/{one-redirect,every-status,other-host,there-and-back,query,escapes,fragment,second-call,fields-of-the-last-answer,ends-in-201,body-*}#followed',
          'metadata/{ends-in-204,ends-in-401,ends-in-410}#outcome',
          'services/*#followed',
          'credentials/{scheme-*,relative-then-down}#followed',
          'credentials/signed-url-head#outcome',
          'request-bodies/{307-post-unanswered-*,302-put-to-another-host}#followed',
          'metadata/ends-in-{429,500,503}#outcome',
        ],
      },
    ],
  },
  {
    name: 'keeps-its-conditions',
    title: 'asks whether what it has is still good, wherever it is sent',
    client: wrapped(() => {
      let etag: string | undefined;
      return (send) => async (request, options) => {
        const condition: [string, string][] = etag === undefined ? [] : [['If-None-Match', etag]];
        const response = await send({ ...request, headers: [...request.headers, ...condition] }, options);
        [etag] = valuesOf(response.headers, 'etag');
        return response;
      };
    }),
    breaks: [{ under: ['fetch'], checks: ['headers/validators-of-a-cache#field:if-none-match@target'] }],
  },
  {
    name: 'mixes-fields',
    title: 'hands over the fields of all answers of a chain',
    client: wrapped(() => (send) => async (request, options) => {
      const response = await send(request, options);
      return { ...response, headers: [...(response.history ?? []).flatMap((entry) => entry.headers ?? []), ...response.headers] };
    }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '{headers,metadata}/*#response-header:location',
          '*/*#{response-header:x-stop,response-header:x-first,response-header:x-answer,response-header:content-disposition,response-header:x-redirect,response-header:etag,response-header:content-type,response-header:set-cookie,response-header:www-authenticate}',
        ],
      },
    ],
  },
];
