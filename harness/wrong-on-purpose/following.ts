import { valuesOf } from '../servers/connection.ts';
import type { Answer } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import type { Sin } from './sin.ts';

const textOf = ({ body }: Answer): string => Buffer.from(body).toString();

/** A client that takes something in an answer for a place to send the whole request to once more, credentials and all. */
const lured =
  (lure: (answer: Answer) => string | undefined) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request);
    const target = lure(answer);
    return target === undefined ? answer : send({ ...request, url: new URL(target, request.url) });
  };

const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400;
const hasLocation = ({ headers }: Answer): boolean => valuesOf(headers, 'location').length > 0;

const endpointOf = (answer: Answer, scheme: string): string | undefined => {
  const [, host] = /<Endpoint>([^<]+)</.exec(textOf(answer)) ?? [];
  return isRedirect(answer) && !hasLocation(answer) && host !== undefined ? `${scheme}://${host}/` : undefined;
};

export const following: readonly Sin[] = [
  {
    name: 'never-follows',
    title: 'hands over every redirect',
    policy: () => ({ locationOf: () => undefined }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three,next@,followed@2}',
          '{location-resolution,fragments,headers}/*#next@start',
          '{cycles,credentials,metadata}/*#outcome',
          '{cross-host-auth,s3-error-bodies,fragments}/*#followed',
          'method-matrix/{301,302,303,307,308}-*#followed',
          'chain-limits/{default,exactly-*}#outcome',
          'location-resolution/{name,name-and-query,name-and-fragment,name-query-and-fragment,name-and-parameter,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-name,dot,dot-slash,dot-at-the-root,dot-then-up,dot-inside,dot-in-the-query,dot-in-the-fragment,directory,absolute-path,network-*,query,parameter,parameter-query-and-fragment,parameter-then-dot,parameter-then-dots,dots,dots-slash,dots-name,dots-at-the-root,dots-both-ends,dots-inside,dots-in-the-query,dots-in-the-fragment,two-*,three-up,four-up}#next@b/c/d;p',
          'location-bytes/{name-*,no-space,whitespace-*,comma,space-*,angle-brackets,lone-percent,escaped-reserved,escaped-percent,escaped-unreserved,escaped-in-small-letters,escaped-nul-in-host,capitals,default-*,empty-port,ipv4,ipv4-in-brackets,ipv6,ipv6-with-zone,unresolvable,unclosed-bracket,port-*,scheme-only,colons,bad-port}#next@start',
          'location-bytes/8000-octets#followed',
          'target-schemes/{data,data-base64,file,file-with-host,javascript,about,blob,mailto,urn,unknown,ftp,tel,market,typo,ws,wss,gopher,unix,http-and-unix,host-named-unix}#next@start',
          'status-coverage/{interim-100,interim-102,interim-103,interim-199,interim-several,interim-100-post,interim-103-with-location,reason-*,http-*,302-*}#followed',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-content-fields,307-308-307-post,307-302-307-post,307-303-308-302-post,307-post-stream,307-put-stream,307-post-stream-with-length,307-307-307-stream,307-post-to-another-host,307-post-to-another-port,307-post-to-another-subdomain,307-post-to-another-scheme-up,307-post-to-another-scheme-down,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-content-fields,308-307-308-put,308-post-stream,308-put-stream,308-post-to-another-host,308-post-to-another-scheme-down,308-post-to-the-default-port,301-put-text,301-put-multipart,301-post-json,301-post-form,301-post-multipart,301-post-large,301-post-content-fields,301-post-stream,301-put-stream,301-post-stream-by-http-1-0,302-put-text,302-put-multipart,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,302-post-content-fields,302-put-content-fields,302-post-stream,302-put-stream,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-content-fields,303-put-content-fields,303-301-put,303-post-stream,303-put-stream,303-307-307-stream,content-*,transfer-*,expect-*}#followed',
          'redirect-bodies/{none,page,page-307,page-303,like-a-response,large,chunked,chunked-empty,chunked-with-extras,until-*,gzip,head,head-chunked,final-*}#followed',
          'headers/{kept-*,repeated-*,accept-encoding,authorization-twice,host-same-origin,host-relative,host-other,host-other-without-scheme,host-subdomain,host-port,host-https,host-back-to-the-default-port,host-in-capitals,host-default-port,host-by-hand-same-origin,host-by-hand-other,host-by-hand-other-odd-case,host-by-hand-port,last-answer-only,many-fields}#followed',
          'credentials/{port-*,subdomain-*,parent-*,scheme-up-307,default-*,up-*,option-*,userinfo-*,on-*,there-and-back-307,mixed-schemes,relative-on-https,lookalike-*,host-field-names-the-target,other-protocol,names-*,fields-that-no-standard-lists,basic-*,digest-*}#followed',
          'referrer/{same-origin,userinfo,fragment,other-host,secure-to-other-host,down,down-to-other-host,up,policy-*,written-*,no-origin-of-its-own}#followed',
          'redirect-modes/{error-301,error-302,error-303,error-307,error-308}#followed',
          'redirect-modes/{error-post,error-other-host,error-report-uri,error-invalid-location}#outcome',
          'redirect-modes/manual-then-default#outcome@2',
          'metadata/{one-redirect,every-status,other-host,there-and-back,query,escapes,fragment,second-call,fields-of-the-last-answer,ends-in-201,body-*}#followed',
          'services/{cloudfront-*,nginx-*,csp-*,force-*,s3-website-*,reporting-*,slash-*,captive-portal,https-www-slash}#followed',
          'request-bodies/{307-post-unanswered-*,301-post-stream-of-a-form,302-put-to-another-host}#followed',
          'credentials/{scheme-*,relative-then-down}#followed',
          'location-bytes/percent-in-host#next@start',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          '{credentials,metadata}/*#outcome',
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three,next@,followed@2,final-url@2}',
          '{cross-host-auth,s3-error-bodies,fragments}/*#followed',
          'method-matrix/{301,302,303,307,308}-*#followed',
          'cycles/{self,self-post,two,two-hosts,http-and-https,three,lead-in,cookie-probe,login,login-with-cookie,job-polling}#outcome',
          'chain-limits/{default,exactly-*,limit-3-chain-2,limit-3-chain-3,limit-3-chain-4,limit-0-chain-1,limit-40-chain-35}#outcome',
          'chain-limits/limit-3-chain-4#requests',
          'location-resolution/{name,name-and-query,name-and-fragment,name-query-and-fragment,name-and-parameter,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-name,dot,dot-slash,dot-at-the-root,dot-then-up,dot-inside,dot-in-the-query,dot-in-the-fragment,directory,absolute-path,network-*,query,parameter,parameter-query-and-fragment,parameter-then-dot,parameter-then-dots,dots,dots-slash,dots-name,dots-at-the-root,dots-both-ends,dots-inside,dots-in-the-query,dots-in-the-fragment,two-*,three-up,four-up}#next@b/c/d;p',
          'location-resolution/{absolute,absolute-with-dots,absolute-without-path,empty-segments,query-of-location,url-in-the-query,two-question-marks}#next@start',
          'location-bytes/{name-in-small-letters,name-in-capitals,name-in-mixed-case,no-space,whitespace-*,comma,capitals,default-*,empty-port}#next@start',
          'location-bytes/8000-octets#followed',
          'fragments/not-on-the-wire#next@start',
          'status-coverage/{interim-100,interim-102,interim-103,interim-199,interim-several,interim-100-post,interim-103-with-location,reason-*,http-*,302-*}#followed',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-without-body,307-put-without-body,307-delete-without-body,307-post-content-fields,307-308-307-post,307-302-307-post,307-303-308-302-post,307-post-to-another-host,307-post-to-another-port,307-post-to-another-subdomain,307-post-to-another-scheme-up,307-post-to-another-scheme-down,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-without-body,308-put-without-body,308-delete-without-body,308-post-content-fields,308-307-308-put,308-post-to-another-host,308-post-to-another-scheme-down,308-post-to-the-default-port,301-put-text,301-put-multipart,301-post-json,301-post-form,301-post-multipart,301-post-large,301-post-content-fields,302-put-text,302-put-multipart,302-post-json,302-post-form,302-post-multipart,302-post-large,302-post-without-body,302-post-content-fields,302-put-content-fields,303-post-json,303-post-form,303-post-multipart,303-post-large,303-post-without-body,303-post-content-fields,303-put-content-fields,303-301-put,303-post-stream,303-put-stream,303-307-307-stream,content-*,transfer-*,expect-*}#followed',
          'redirect-bodies/{none,page,page-307,page-303,like-a-response,large,chunked,chunked-empty,chunked-with-extras,until-*,gzip,head,head-chunked,final-*}#followed',
          'headers/{kept-*,repeated-*,accept-encoding,authorization-twice,host-same-origin,host-relative,host-other,host-other-without-scheme,host-subdomain,host-port,host-https,host-back-to-the-default-port,host-in-capitals,host-default-port,host-by-hand-same-origin,host-by-hand-other,host-by-hand-other-odd-case,host-by-hand-port,last-answer-only,many-fields}#followed',
          'credentials/{port-*,subdomain-*,parent-*,scheme-up-307,default-*,up-*,option-*,userinfo-*,on-*,there-and-back-307,mixed-schemes,relative-on-https,lookalike-*,host-field-names-the-target,names-*,fields-that-no-standard-lists,basic-*,digest-*}#followed',
          'referrer/{same-origin,userinfo,fragment,other-host,secure-to-other-host,down,down-to-other-host,up,policy-*,written-*,no-origin-of-its-own}#followed',
          'redirect-modes/manual-then-default#outcome@2',
          'metadata/{one-redirect,every-status,other-host,there-and-back,query,escapes,fragment,second-call,fields-of-the-last-answer,ends-in-201,body-*}#followed',
          'services/{cloudfront-*,nginx-*,csp-*,force-*,s3-website-*,reporting-*,slash-*,captive-portal,https-www-slash}#followed',
          'credentials/{scheme-*,relative-then-down}#followed',
          'request-bodies/{307-post-unanswered-*,302-put-to-another-host}#followed',
        ],
      },
    ],
  },
  {
    name: 'follows-every-3xx',
    title: 'follows whatever 3xx has a Location',
    policy: () => ({ locationOf: (answer) => (isRedirect(answer) ? valuesOf(answer.headers, 'location')[0] : undefined) }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{300,304,305,399}-*#followed',
          'status-coverage/306-get#followed',
          'redirect-modes/{error-300,error-304,error-399}#followed',
        ],
      },
    ],
  },
  {
    name: 'demands-location',
    title: 'throws on a redirect without Location',
    send: (send) => async (request) => {
      const answer = await send(request);
      if (isRedirect(answer) && !hasLocation(answer)) throw new Error('redirect without Location');
      return answer;
    },
    breaks: [
      {
        under: ['rfc9110'],
        checks: ['status-coverage/399-without-location#followed', 'missing-location/only-content-location#followed'],
      },
      {
        under: ['fetch'],
        checks: [
          'missing-location/*#followed',
          'chain-limits/{no-location-after-20,limit-3-then-no-location}#outcome',
          'missing-location/{301-*,302-*,303-*,307-*,308-*,nginx-*,resumable-upload}#outcome',
          's3-error-bodies/permanent-*#outcome',
          'location-bytes/in-the-trailer#next@start',
          'status-coverage/300-without-location#followed',
          'redirect-modes/{manual-301-without-location,manual-302-without-location,manual-303-without-location,manual-307-without-location,manual-308-without-location}#outcome',
          'status-coverage/399-without-location#followed',
        ],
      },
    ],
  },
  {
    name: 'follows-metadata',
    title: 'takes what S3 shows of its website for a redirect',
    send: lured((answer) => valuesOf(answer.headers, 'x-amz-website-redirect-location')[0]),
    breaks: [
      { under: ['adr-016'], checks: ['services/s3-rest-object#canary:authorization@other'] },
      { under: ['strict'], checks: ['services/s3-rest-object#{followed,canary:authorization@other,canary:x-api-key@other}'] },
      { under: ['fetch'], checks: ['services/s3-rest-object#{followed,canary:authorization@other}'] },
    ],
  },
  {
    name: 'follows-the-body',
    title: 'takes the body of a redirect without Location for its target',
    send: lured((answer) => {
      const text = textOf(answer);
      return isRedirect(answer) && !hasLocation(answer) && URL.canParse(text) ? text : undefined;
    }),
    breaks: [
      { under: ['adr-016'], checks: ['missing-location/nginx-*#canary:authorization@other'] },
      { under: ['fetch'], checks: ['missing-location/nginx-*#{outcome,requests,response-body,canary:authorization@other}'] },
      {
        under: ['strict'],
        checks: ['missing-location/nginx-*#{outcome,requests,response-body,canary:authorization@other,canary:x-api-key@other}'],
      },
    ],
  },
  {
    name: 'follows-lures',
    title: 'takes Refresh, Link, Content-Location and HTML for redirects',
    send: lured((answer) => {
      const fields = ['refresh', 'link', 'content-location'].flatMap((name) => valuesOf(answer.headers, name));
      const [, target] =
        /(https?:\/\/[^">; ]+)/.exec([...fields, /<meta/.test(textOf(answer)) ? textOf(answer) : ''].join(' ')) ?? [];
      return hasLocation(answer) ? undefined : target;
    }),
    breaks: [
      {
        under: ['strict'],
        checks: [
          'missing-location/only-*#{followed,canary:authorization@other,canary:x-api-key@other}',
          'status-coverage/200-with-content-location#followed',
        ],
      },
      {
        under: ['rfc9110'],
        checks: ['missing-location/only-content-location#followed', 'status-coverage/200-with-content-location#followed'],
      },
      {
        under: ['adr-016'],
        checks: [
          'missing-location/only-*#canary:authorization@other',
          'missing-location/only-content-location#followed',
          'status-coverage/200-with-content-location#followed',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          'missing-location/only-*#{followed,canary:authorization@other}',
          'status-coverage/200-with-content-location#followed',
        ],
      },
    ],
  },
  {
    name: 'follows-the-endpoint',
    title: 'sends the request again to the Endpoint that S3 names in its error document',
    send: lured((answer) => endpointOf(answer, 'http')),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          's3-error-bodies/{permanent-get,permanent-put}#{outcome,requests,response-header:x-amz-bucket-region,response-body,canary:authorization@other}',
        ],
      },
      {
        under: ['strict'],
        checks: [
          's3-error-bodies/{permanent-get,permanent-put}#{outcome,requests,response-header:x-amz-bucket-region,response-body,canary:authorization@other,canary:x-api-key@other}',
        ],
      },
      { under: ['adr-016'], checks: ['s3-error-bodies/permanent-*#canary:authorization@other'] },
    ],
  },
  {
    name: 'follows-the-endpoint-by-https',
    title: 'does the same over https',
    send: lured((answer) => endpointOf(answer, 'https')),
    breaks: [
      { under: ['adr-016'], checks: ['s3-error-bodies/*#canary:authorization@other-tls'] },
      {
        under: ['fetch'],
        checks: [
          's3-error-bodies/{permanent-get,permanent-put}#{outcome,requests,response-header:x-amz-bucket-region,response-body,canary:authorization@other-tls}',
        ],
      },
      {
        under: ['strict'],
        checks: [
          's3-error-bodies/{permanent-get,permanent-put}#{outcome,requests,response-header:x-amz-bucket-region,response-body,canary:authorization@other-tls,canary:x-api-key@other-tls}',
        ],
      },
    ],
  },
];
