import { valuesOf } from '../servers/connection.ts';
import type { Client, ClientRequest, ClientResponse, Send } from '../client.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** A client that knows what its caller asked for and does something else. */
const answering = (
  end: (request: ClientRequest, send: (request: ClientRequest) => Promise<ClientResponse>) => Promise<ClientResponse>,
): ((client: Client) => Client) =>
  wrapped(
    () =>
      (send: Send): Send =>
      (request, options) =>
        end(request, (changed) => send(changed, options)),
  );

function withoutMode(request: ClientRequest): ClientRequest {
  const copy = { ...request };
  delete copy.redirect;
  return copy;
}

/** What a client does wrong with responses in manual mode. */
const inManual = (change: (response: ClientResponse) => ClientResponse): ((client: Client) => Client) =>
  answering(async (request, send) => {
    const response = await send(request);
    return request.redirect === 'manual' ? change(response) : response;
  });

const isRedirect = ({ status }: ClientResponse): boolean => status >= 300 && status < 400;

export const redirectModes: readonly Sin[] = [
  {
    name: 'ignores-redirect-mode',
    title: 'follows redirects although its caller wants none followed, with everything it has',
    policy: () => ({ staysBehind: () => false }),
    client: answering((request, send) => send(withoutMode(request))),
    breaks: [
      {
        under: ['strict'],
        checks: [
          'referrer/*#{canary:authorization@other-tls,canary:x-api-key@other-tls}',
          'credentials/*#{canary:authorization@target,outcome}',
          'headers/*#{canary:authorization@home,canary:x-api-key@home}',
          '{cross-host-auth,cycles,location-resolution,location-bytes,request-bodies,headers,redirect-modes,metadata}/*#{canary:authorization@other,canary:x-api-key@other}',
          '*/*#{canary:cookie@home-8080,canary:proxy-authorization@home-8080,canary:cookie@other,canary:proxy-authorization@other,canary:authorization@sub,canary:x-api-key@sub,canary:cookie@sub,canary:proxy-authorization@sub,canary:authorization@dual-tls,canary:x-api-key@dual-tls,canary:cookie@dual-tls,canary:proxy-authorization@dual-tls,canary:authorization@home-tls,canary:x-api-key@home-tls,canary:cookie@home-tls,canary:proxy-authorization@home-tls,field:authorization@home-8080/target,field:authorization@sub/target,field:authorization@home-tls/target,field:authorization@dual-tls/target}',
          '{cross-host-auth,request-bodies,headers}/*#{canary:authorization@home-8080,canary:x-api-key@home-8080}',
          'cross-host-auth/parent-domain-302#{canary:authorization@home,canary:x-api-key@home,canary:cookie@home,canary:proxy-authorization@home}',
          'cross-host-auth/{there-and-back,subdomain-and-back}#{canary:authorization@target,canary:cookie@target,canary:proxy-authorization@target,canary:x-api-key@target}',
          's3-error-bodies/temporary-*#{canary:authorization@other,canary:x-api-key@other}',
          'credentials/port-*#{canary:authorization@home-8080,canary:cookie@home-8080,canary:proxy-authorization@home-8080}',
          'credentials/{port-*,option-*,userinfo-*}#canary:x-api-key@home-8080',
          'credentials/parent-*#{canary:authorization@home,canary:cookie@home,canary:proxy-authorization@home}',
          'credentials/{parent-*,option-parent-domain-302,userinfo-parent-domain-302}#canary:x-api-key@home',
          'credentials/{option-*,userinfo-*,basic-*,digest-*}#field:authorization@other/target',
          'credentials/{option-*,userinfo-*,on-*,there-and-back-307,location-*,lookalike-*,host-field-names-the-target,names-*,fields-that-no-standard-lists,signed-*,basic-*,digest-*}#canary:x-api-key@other',
          'credentials/{option-parent-domain-302,option-there-and-back,userinfo-parent-domain-302,userinfo-there-and-back}#field:authorization@target',
          'credentials/{on-*,there-and-back-307,location-*,lookalike-*,host-field-names-the-target,names-*,fields-that-no-standard-lists,signed-*}#canary:authorization@other',
          'referrer/{other-host,policy-*,written-*}#{canary:authorization@other,canary:x-api-key@other}',
          'redirect-modes/{manual-301,manual-302,manual-303,manual-307,manual-308,error-301,error-302,error-303,error-307,error-308}#followed',
          'redirect-modes/{manual-301,manual-302,manual-303,manual-307,manual-308}#{redirected,final-url}',
          'redirect-modes/{manual-limit-zero,manual-post,manual-stream,manual-invalid-location,manual-other-scheme,manual-loop,manual-two-locations,manual-then-default,error-post,error-other-host,error-report-uri,step-by-step}#outcome',
          'redirect-modes/{error-post,error-other-host,error-report-uri}#requests',
          'services/{csp-*,reporting-*,s3-website-object}#{canary:authorization@other,canary:x-api-key@other}',
          'services/https-www-slash#{canary:authorization@other-tls,canary:x-api-key@other-tls}',
          'services/captive-portal-shown#followed',
          'credentials/{option-parent-*,userinfo-parent-*}#{canary:x-api-key@home,field:authorization@target}',
          'redirect-modes/manual-gzip#outcome',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          '{credentials,referrer}/*#canary:authorization@other-tls',
          '{redirect-bodies,credentials}/*#outcome',
          '*/*#{canary:authorization@sub,field:authorization@sub/target}',
          '{cross-host-auth,cycles,location-resolution,location-bytes,request-bodies,headers,referrer,redirect-modes,metadata}/*#canary:authorization@other',
          'cross-host-auth/parent-domain-302#canary:authorization@home',
          's3-error-bodies/temporary-*#canary:authorization@other',
          'location-bytes/{manual-broken,manual-unknown-scheme}#outcome',
          'credentials/parent-*#canary:authorization@home',
          'credentials/{option-*,userinfo-*,basic-*,digest-*}#field:authorization@other/target',
          'credentials/{option-parent-domain-302,userinfo-parent-domain-302}#field:authorization@target',
          'credentials/{on-*,there-and-back-307,location-*,lookalike-*,names-*,fields-that-no-standard-lists,signed-*}#canary:authorization@other',
          'redirect-modes/{manual-301,manual-302,manual-303,manual-307,manual-308}#{followed,history}',
          'redirect-modes/{manual-limit-zero,manual-post,manual-stream,manual-invalid-location,manual-other-scheme,manual-loop,manual-two-locations,manual-then-default,step-by-step}#outcome',
          'credentials/{option-parent-*,userinfo-parent-*}#field:authorization@target',
          'services/{csp-*,reporting-*,s3-website-object}#canary:authorization@other',
          'services/https-www-slash#canary:authorization@other-tls',
          'services/captive-portal-shown#followed',
          'redirect-modes/manual-gzip#outcome',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          '{credentials,referrer}/*#canary:authorization@other-tls',
          'credentials/*#{canary:authorization@target,outcome}',
          '{cross-host-auth,cycles,location-resolution,location-bytes,request-bodies,headers,referrer,redirect-modes,metadata}/*#canary:authorization@other',
          '*/*#{canary:authorization@home-8080,canary:authorization@sub,canary:authorization@home,canary:authorization@dual-tls,canary:authorization@dual,canary:authorization@home-tls,field:authorization@home-8080/target,field:authorization@sub/target,field:authorization@home-tls/target,field:authorization@dual-tls/target}',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:authorization@target',
          's3-error-bodies/temporary-*#canary:authorization@other',
          'credentials/{option-*,userinfo-*,basic-*,digest-*}#field:authorization@other/target',
          'credentials/{option-parent-domain-302,option-scheme-down-302,userinfo-parent-domain-302,userinfo-scheme-down-302}#field:authorization@target',
          'credentials/{on-*,there-and-back-307,location-*,lookalike-*,names-*,fields-that-no-standard-lists,signed-*}#canary:authorization@other',
          'redirect-modes/{manual-301,manual-302,manual-303,manual-307,manual-308,error-301,error-302,error-303,error-307,error-308}#followed',
          'redirect-modes/{manual-301,manual-302,manual-303,manual-307,manual-308}#{redirected,final-url}',
          'redirect-modes/{manual-limit-zero,manual-post,manual-stream,manual-invalid-location,manual-other-scheme,manual-loop,manual-two-locations,manual-then-default,error-post,error-other-host,error-report-uri,step-by-step}#outcome',
          'redirect-modes/{error-post,error-other-host,error-report-uri}#requests',
          'credentials/{option-parent-*,option-scheme-*,userinfo-scheme-*,userinfo-parent-*}#field:authorization@target',
          'credentials/{option-*,userinfo-*}#field:authorization@dual/target',
          'services/{csp-*,reporting-*,s3-website-object}#canary:authorization@other',
          'services/https-www-slash#canary:authorization@other-tls',
          'services/captive-portal-shown#followed',
          'redirect-modes/manual-gzip#outcome',
        ],
      },
    ],
  },
  {
    name: 'follows-in-any-mode',
    title: 'follows every Location, whatever the status and whatever its caller wants',
    policy: () => ({ locationOf: ({ headers }) => valuesOf(headers, 'location')[0] }),
    client: answering((request, send) => send(withoutMode(request))),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'redirect-modes/*#{followed,redirected,final-url}',
          'method-matrix/{300,304,305,399}-*#followed',
          'status-coverage/{200-get,200-head,200-post,200-query,201-*,202-*,204-*,400-get,401-*,404-*,410-get,501-get,503-*,306-get}#followed',
          'redirect-modes/{manual-limit-zero,manual-post,manual-stream,manual-invalid-location,manual-other-scheme,manual-loop,manual-two-locations,manual-then-default,error-post,error-other-host,error-report-uri,step-by-step}#outcome',
          'redirect-modes/{error-post,error-other-host,error-report-uri}#requests',
          'metadata/ends-in-201#{response-header:location,response-body,final-url}',
          'redirect-modes/manual-gzip#outcome',
          'services/captive-portal-shown#followed',
        ],
      },
    ],
  },
  {
    name: 'throws-at-the-unfollowed',
    title: 'throws at a redirect that it was told not to follow',
    client: inManual((response) => {
      if (isRedirect(response)) throw new Error(`a redirect: ${response.status}`);
      return response;
    }),
    breaks: [
      {
        under: ['adr-016'],
        checks: [
          'redirect-bodies/*#outcome',
          'location-bytes/manual-*#outcome',
          'redirect-modes/{manual-301,manual-302,manual-303,manual-307,manual-308,manual-300,manual-304,manual-399}#followed',
          'redirect-modes/{manual-*,step-by-step}#outcome',
          'services/captive-portal-shown#followed',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          'redirect-modes/{manual-301,manual-302,manual-303,manual-307,manual-308,manual-300,manual-304,manual-399}#followed',
          'redirect-modes/{manual-*,step-by-step}#outcome',
          'services/captive-portal-shown#followed',
        ],
      },
    ],
  },
  {
    name: 'makes-all-opaque',
    title: 'hides every response in manual mode, and not only redirects',
    client: inManual(() => ({ status: 0, headers: [], body: new Uint8Array() })),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'redirect-modes/{manual-200,manual-204,manual-300,manual-304,manual-399}#followed',
          'redirect-modes/step-by-step#outcome@2',
        ],
      },
    ],
  },
  {
    name: 'resolves-location',
    title: 'hands over a Location that it has made absolute',
    client: answering(async (request, send) => {
      const response = await send(request);
      const { url = request.url } = response;
      const absolute = ([name, value]: readonly [string, string]): readonly [string, string] =>
        /^location$/i.test(name) && URL.canParse(value, url) ? [name, new URL(value, url).href] : [name, value];
      return { ...response, headers: response.headers.map(absolute) };
    }),
    breaks: [{ under: ['fetch'], checks: ['metadata/ends-in-201#response-header:location'] }],
  },
  {
    name: 'returns-redirects-in-error-mode',
    title: 'hands over the redirect where its caller wants an error',
    client: answering((request, send) => send(request.redirect === 'error' ? { ...request, redirect: 'manual' } : request)),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'redirect-modes/{error-301,error-302,error-303,error-307,error-308}#followed',
          'redirect-modes/{error-post,error-other-host,error-report-uri,error-invalid-location}#outcome',
        ],
      },
    ],
  },
];
