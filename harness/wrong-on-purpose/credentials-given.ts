import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import { valuesOf } from '../servers/connection.ts';
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
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'credentials/*#field:host@target',
          'credentials/{location-other-host,location-without-scheme,location-host-as-name,location-host-and-port-as-name}#field:host@other/target',
        ],
      },
    ],
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
    breaks: [{ under: ['strict'], checks: ['*/*#field:authorization@other/target:2'] }],
  },
  {
    name: 'goes-down-with-everything',
    title: 'follows from https to http, and takes every field to every origin',
    policy: () => ({ refuses: () => false, staysBehind: () => false }),
    breaks: [
      {
        under: ['strict'],
        checks: [
          '{credentials,referrer}/*#{canary:authorization@other-tls,canary:x-api-key@other-tls}',
          'credentials/*#{canary:authorization@target,outcome}',
          '{cross-host-auth,cycles,location-resolution,location-bytes,request-bodies,headers,referrer,metadata}/*#{canary:authorization@other,canary:x-api-key@other}',
          '*/*#{canary:authorization@home-8080,canary:x-api-key@home-8080,canary:cookie@home-8080,canary:proxy-authorization@home-8080,canary:cookie@other,canary:proxy-authorization@other,canary:authorization@sub,canary:x-api-key@sub,canary:cookie@sub,canary:proxy-authorization@sub,canary:authorization@home,canary:x-api-key@home,canary:cookie@home,canary:proxy-authorization@home,canary:authorization@dual-tls,canary:x-api-key@dual-tls,canary:cookie@dual-tls,canary:proxy-authorization@dual-tls,canary:authorization@dual,canary:x-api-key@dual,canary:cookie@dual,canary:proxy-authorization@dual,canary:authorization@home-tls,canary:x-api-key@home-tls,canary:cookie@home-tls,canary:proxy-authorization@home-tls,field:authorization@home-8080/target,field:authorization@sub/target,field:authorization@home-tls/target,field:authorization@dual-tls/target}',
          'cross-host-auth/{scheme-down-302,default-ports-down-302}#followed',
          'cross-host-auth/{there-and-back,subdomain-and-back}#{canary:authorization@target,canary:cookie@target,canary:proxy-authorization@target,canary:x-api-key@target}',
          'cycles/http-and-https#{outcome,requests,canary:authorization@home-tls,canary:x-api-key@home-tls}',
          's3-error-bodies/temporary-*#{canary:authorization@other,canary:x-api-key@other}',
          'location-bytes/bad-port#next@start',
          'request-bodies/{307-post-to-another-scheme-down,308-post-to-another-scheme-down}#{followed,canary:authorization@dual,canary:x-api-key@dual}',
          'credentials/{default-ports-down-301,default-ports-down-303,default-ports-down-307,default-ports-down-308,option-scheme-down-302,userinfo-scheme-down-302,mixed-schemes}#followed',
          'credentials/{option-*,userinfo-*,basic-*,digest-*}#field:authorization@other/target',
          'credentials/{option-*,userinfo-*,on-*,there-and-back-307,location-*,lookalike-*,host-field-names-the-target,names-*,fields-that-no-standard-lists,signed-*,basic-*,digest-*}#canary:x-api-key@other',
          'credentials/{option-parent-domain-302,option-scheme-down-302,option-there-and-back,userinfo-parent-domain-302,userinfo-scheme-down-302,userinfo-there-and-back}#field:authorization@target',
          'credentials/{on-*,there-and-back-307,location-*,lookalike-*,host-field-names-the-target,names-*,fields-that-no-standard-lists,signed-*}#canary:authorization@other',
          'referrer/{down,down-to-other-host,written-referer-down}#followed',
          'credentials/{option-one-port-down-*,userinfo-one-port-down-*,scheme-down-*,option-scheme-down-*,userinfo-scheme-down-*,relative-then-down}#followed',
          'credentials/{option-parent-*,option-scheme-*,userinfo-scheme-*,userinfo-parent-*}#field:authorization@target',
          'credentials/{option-*,userinfo-*}#field:authorization@dual/target',
          'services/{csp-*,reporting-*,s3-website-object}#{canary:authorization@other,canary:x-api-key@other}',
          'services/https-www-slash#{canary:authorization@other-tls,canary:x-api-key@other-tls}',
        ],
      },
    ],
  },
  {
    name: 'speaks-http-to-ftp',
    title: 'takes an ftp URL for an http one, and sends its whole request there',
    send: (send) => async (request) => {
      const answer = await send(request);
      const [location = ''] = valuesOf(answer.headers, 'location');
      return location.startsWith('ftp:') ? send({ ...request, url: new URL(location.replace('ftp:', 'http:')) }) : answer;
    },
    breaks: [
      {
        under: ['adr-016'],
        checks: ['credentials/other-protocol#canary:authorization@other', 'redirect-modes/manual-other-scheme#outcome'],
      },
      {
        under: ['fetch'],
        checks: [
          'target-schemes/ftp#next@start',
          'credentials/other-protocol#{followed,canary:authorization@other}',
          'redirect-modes/manual-other-scheme#outcome',
        ],
      },
      {
        under: ['strict'],
        checks: [
          'target-schemes/ftp#next@start',
          'credentials/other-protocol#{followed,canary:authorization@other,canary:x-api-key@other}',
          'redirect-modes/manual-other-scheme#outcome',
        ],
      },
    ],
  },
  {
    name: 'follows-once',
    title: 'follows the first redirect of a chain, and hands over the second',
    policy: () => ({ limit: 1, throwsAtLimit: false }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three}',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-301-post,307-then-307-post}#followed',
          'cross-host-auth/{there-and-back,subdomain-and-back,on-at-the-other-host,first-within-then-away}#followed',
          'cycles/{self,self-post,two,two-hosts,http-and-https,three,lead-in,login,login-with-cookie,job-polling}#outcome',
          'chain-limits/{default,exactly-*}#outcome',
          'chain-limits/default#requests',
          'fragments/{inherited-twice,last-one-survives}#followed@2',
          'request-bodies/{307-308-307-post,307-302-307-post,307-303-308-302-post,308-307-308-put,303-301-put,303-307-307-stream}#followed',
          'headers/{repeated-*,last-answer-only,many-fields}#followed',
          'credentials/{on-*,there-and-back-307,mixed-schemes,option-on-at-the-other-host,option-there-and-back,userinfo-on-at-the-other-host,userinfo-there-and-back}#followed',
          'referrer/{userinfo-of-location,fragment,policy-lasts,written-origin-there-and-back,written-origin-post-there-and-back}#followed',
          'metadata/{every-status,other-host,there-and-back}#followed',
          'credentials/relative-then-down#followed',
          'services/https-www-slash#followed',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three}',
          'method-matrix/{303-then-307-post,303-then-308-put,307-then-301-post,307-then-307-post}#followed',
          'cross-host-auth/{there-and-back,subdomain-and-back,on-at-the-other-host,first-within-then-away}#followed',
          'cycles/{two,two-hosts,http-and-https,three,lead-in,login,login-with-cookie}#outcome',
          'chain-limits/{default,exactly-*,limit-3-chain-4,limit-0-chain-1}#outcome',
          'chain-limits/default#requests',
          'fragments/{inherited-twice,last-one-survives}#{followed@2,final-url@2}',
          'request-bodies/{307-308-307-post,307-302-307-post,307-303-308-302-post,308-307-308-put,303-301-put,303-307-307-stream}#followed',
          'headers/{repeated-*,last-answer-only,many-fields}#followed',
          'credentials/{on-*,there-and-back-307,mixed-schemes,option-on-at-the-other-host,option-there-and-back,userinfo-on-at-the-other-host,userinfo-there-and-back}#followed',
          'referrer/{userinfo-of-location,fragment,policy-lasts,written-origin-there-and-back,written-origin-post-there-and-back}#followed',
          'metadata/{every-status,other-host,there-and-back}#followed',
          'credentials/relative-then-down#followed',
          'services/https-www-slash#followed',
        ],
      },
    ],
  },
];
