import type { Client, ClientResponse } from '../client.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** A client that changes how each call ends. */
const ending = (end: (send: () => Promise<ClientResponse>) => Promise<ClientResponse>): ((client: Client) => Client) =>
  wrapped(() => (send) => (request, options) => end(() => send(request, options)));

export const responses: readonly Sin[] = [
  {
    name: 'throws-strings',
    title: 'throws a string, whatever came of the call',
    client: ending(async (send) => {
      await send().catch(() => undefined);
      // oxlint-disable-next-line no-throw-literal -- this is the sin
      throw 'redirected';
    }),
    breaks: [{ under: ['fetch'], checks: ['*/*#{settled,settled@2,settled@3,settled@4,settled@5,settled@6,settled@7}'] }],
  },
  {
    name: 'asks-twice',
    title: 'sends every request twice',
    send: (send) => async (request) => {
      await send(request);
      return send(request);
    },
    breaks: [
      {
        under: ['adr-016'],
        checks: [
          'headers/*#next@start',
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three,next@,requests@start}',
          '{cycles,chain-limits}/*#requests',
          'cycles/login#outcome',
          'location-resolution/{name,name-and-query,name-and-fragment,name-query-and-fragment,name-and-parameter,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-name,dot,dot-slash,dot-at-the-root,dot-then-up,dot-inside,dot-in-the-query,dot-in-the-fragment,directory,absolute-path,network-*,query,parameter,parameter-query-and-fragment,parameter-then-dot,parameter-then-dots,dots,dots-slash,dots-name,dots-at-the-root,dots-both-ends,dots-inside,dots-in-the-query,dots-in-the-fragment,two-*,three-up,four-up}#next@b/c/d;p',
          'location-resolution/{absolute,absolute-with-dots,absolute-without-path,empty-segments,query-of-location,url-in-the-query,two-question-marks}#next@start',
          'location-bytes/{name-in-small-letters,name-in-capitals,name-in-mixed-case,no-space,whitespace-*,comma,in-the-trailer,escaped-reserved,escaped-percent,escaped-unreserved,capitals,default-*,empty-port,scheme-only,port-without-host,port-without-host-tls}#next@start',
          'fragments/not-on-the-wire#next@start',
          'metadata/same-url#outcome',
          'services/cloudfront-withdrawn#followed',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three,next@,requests@start}',
          '{location-resolution,headers}/*#next@start',
          '{cycles,missing-location,s3-error-bodies,redirect-modes}/*#requests',
          'cycles/job-polling#outcome',
          'chain-limits/default#requests',
          'location-resolution/{name,name-and-query,name-and-fragment,name-query-and-fragment,name-and-parameter,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-name,dot,dot-slash,dot-at-the-root,dot-then-up,dot-inside,dot-in-the-query,dot-in-the-fragment,directory,absolute-path,network-*,query,parameter,parameter-query-and-fragment,parameter-then-dot,parameter-then-dots,dots,dots-slash,dots-name,dots-at-the-root,dots-both-ends,dots-inside,dots-in-the-query,dots-in-the-fragment,two-*,three-up,four-up}#next@b/c/d;p',
          'location-bytes/{name-*,no-space,whitespace-*,comma,in-the-trailer,space-*,angle-brackets,lone-percent,escaped-reserved,escaped-percent,escaped-unreserved,escaped-in-small-letters,escaped-nul-in-host,capitals,default-*,empty-port,ipv4,ipv4-in-brackets,ipv6,ipv6-with-zone,unresolvable,unclosed-bracket,port-*,scheme-only,colons,bad-port}#next@start',
          'fragments/not-on-the-wire#next@start',
          'target-schemes/{data,data-base64,file,file-with-host,javascript,about,blob,mailto,urn,unknown,ftp,tel,market,typo,ws,wss,gopher,unix,http-and-unix,host-named-unix}#next@start',
          'metadata/same-url#redirected',
          'services/cloudfront-withdrawn#followed',
          'location-bytes/percent-in-host#next@start',
        ],
      },
    ],
  },
  {
    name: 'strips-bodies',
    title: 'takes the first byte of every body for a mistake',
    client: ending(async (send) => {
      const response = await send();
      return { ...response, body: response.body.subarray(1) };
    }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '{missing-location,status-coverage,redirect-bodies}/*#response-body',
          's3-error-bodies/{temporary-get,permanent-*}#response-body',
          'metadata/{fields-of-the-last-answer,ends-in-401,ends-in-404,ends-in-410,ends-in-201,body-chunked-then-length,body-length-then-chunked,body-closed-then-length}#response-body',
          'metadata/ends-in-{429,500,503}#response-body',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          '{status-coverage,redirect-bodies,redirect-modes}/*#response-body',
          's3-error-bodies/temporary-get#response-body',
          'metadata/{fields-of-the-last-answer,ends-in-401,ends-in-404,ends-in-410,ends-in-201,body-chunked-then-length,body-length-then-chunked,body-closed-then-length}#response-body',
          'metadata/ends-in-{429,500,503}#response-body',
        ],
      },
    ],
  },
  {
    name: 'hides-fields',
    title: 'keeps fields it does not know from its caller',
    client: ending(async (send) => {
      const response = await send();
      return { ...response, headers: response.headers.filter(([name]) => /^content-/i.test(name)) };
    }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#{response-header:range,response-header:x-stop,response-header:x-answer}',
          's3-error-bodies/permanent-*#response-header:x-amz-bucket-region',
          'metadata/ends-in-201#response-header:location',
        ],
      },
    ],
  },
  {
    name: 'throws-on-400',
    title: 'throws where a server answers 400',
    client: ending(async (send) => {
      const response = await send();
      if (response.status === 400) throw new Error('the server answered 400');
      return response;
    }),
    breaks: [{ under: ['fetch'], checks: ['s3-error-bodies/wrong-*#outcome', 'status-coverage/400-get#followed'] }],
  },
  {
    name: 'forgets-history',
    title: 'tells only the last of its redirects',
    client: ending(async (send) => {
      const response = await send();
      return { ...response, history: response.history?.slice(-1) ?? [] };
    }),
    breaks: [
      { under: ['adr-016'], checks: ['chain-limits/*#history', 'metadata/{every-status,other-host,there-and-back}#history'] },
    ],
  },
];
