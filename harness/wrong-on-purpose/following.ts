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
          'cycles/*#outcome',
          '{cross-host-auth,s3-error-bodies}/*#followed',
          'method-matrix/{301,302,303,307,308}-*#followed',
          'chain-limits/{default,exactly-*}#outcome',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          '{cross-host-auth,s3-error-bodies}/*#followed',
          'method-matrix/{301,302,303,307,308}-*#followed',
          'cycles/{self,self-post,two,two-hosts,http-and-https,three,lead-in,cookie-probe,login,login-with-cookie,job-polling}#outcome',
          'chain-limits/{default,exactly-*,limit-3-chain-2,limit-3-chain-3,limit-3-chain-4,limit-0-chain-1,limit-40-chain-35}#outcome',
          'chain-limits/limit-3-chain-4#requests',
        ],
      },
      {
        under: ['strict'],
        checks: [
          's3-error-bodies/*#followed',
          'method-matrix/{301,302,303,307,308}-*#followed',
          'cross-host-auth/{same-*,port-302,host-*,subdomain-*,parent-domain-302,scheme-up-302,default-ports-up-302,there-and-back,on-at-the-other-host,first-within-then-away}#followed',
          'cycles/{self,self-post,two,two-hosts,three,lead-in,post-303-same-url,cookie-probe,login,login-with-cookie,job-polling,same-*}#outcome',
          'chain-limits/{default,exactly-*}#outcome',
        ],
      },
    ],
  },
  {
    name: 'follows-every-3xx',
    title: 'follows whatever 3xx has a Location',
    policy: () => ({ locationOf: (answer) => (isRedirect(answer) ? valuesOf(answer.headers, 'location')[0] : undefined) }),
    breaks: [{ under: ['fetch'], checks: ['method-matrix/{300,304,305,399}-*#followed'] }],
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
        under: ['fetch'],
        checks: [
          'missing-location/*#followed',
          'chain-limits/{no-location-after-20,limit-3-then-no-location}#outcome',
          'missing-location/{301-*,302-*,303-*,307-*,308-*,nginx-*,resumable-upload}#outcome',
          's3-error-bodies/permanent-*#outcome',
        ],
      },
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
      { under: ['fetch'], checks: ['missing-location/nginx-*#{outcome,requests,response-body,canary:authorization@other}'] },
      { under: ['adr-016'], checks: ['missing-location/nginx-*#canary:authorization@other'] },
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
      { under: ['fetch'], checks: ['missing-location/only-*#{followed,canary:authorization@other}'] },
      { under: ['rfc9110'], checks: ['missing-location/only-content-location#followed'] },
      {
        under: ['adr-016'],
        checks: ['missing-location/only-*#canary:authorization@other', 'missing-location/only-content-location#followed'],
      },
      { under: ['strict'], checks: ['missing-location/only-*#{followed,canary:authorization@other,canary:x-api-key@other}'] },
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
      { under: ['adr-016'], checks: ['s3-error-bodies/permanent-*#canary:authorization@other'] },
      {
        under: ['strict'],
        checks: [
          's3-error-bodies/{permanent-get,permanent-put}#{outcome,requests,response-header:x-amz-bucket-region,response-body,canary:authorization@other,canary:x-api-key@other}',
        ],
      },
    ],
  },
  {
    name: 'follows-the-endpoint-by-https',
    title: 'does the same over https',
    send: lured((answer) => endpointOf(answer, 'https')),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          's3-error-bodies/{permanent-get,permanent-put}#{outcome,requests,response-header:x-amz-bucket-region,response-body,canary:authorization@other-tls}',
        ],
      },
      { under: ['adr-016'], checks: ['*/*#canary:authorization@other-tls'] },
      {
        under: ['strict'],
        checks: [
          's3-error-bodies/{permanent-get,permanent-put}#{outcome,requests,response-header:x-amz-bucket-region,response-body,canary:authorization@other-tls,canary:x-api-key@other-tls}',
        ],
      },
    ],
  },
];
