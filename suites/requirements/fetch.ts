import { defineRequirements } from './define.ts';

/** The anchors of the algorithms and definitions in the Fetch Standard. */
const anchors = {
  'Header value': 'header-value',
  'CORS non-wildcard request-header name': 'cors-non-wildcard-request-header-name',
  'Forbidden request-header': 'forbidden-request-header',
  'Request-body-header name': 'request-body-header-name',
  Method: 'concept-method-normalize',
  'Extract header values': 'extract-header-values',
  'Extract header list values': 'extract-header-list-values',
  'Sort and combine': 'concept-header-list-sort-and-combine',
  'Redirect status': 'redirect-status',
  'Redirect mode': 'concept-request-redirect-mode',
  'Redirect count': 'concept-request-redirect-count',
  'Serializing a request origin': 'serializing-a-request-origin',
  'Append a request Origin header': 'append-a-request-origin-header',
  'CORS-preflight fetch': 'cors-preflight-fetch',
  'CORS check': 'cors-check',
  'TAO check': 'tao-check',
  'Opaque-redirect filtered response': 'concept-filtered-response-opaque-redirect',
  'Location URL': 'concept-response-location-url',
  'Obtain a connection': 'concept-connection-obtain',
  'Create a connection': 'create-a-connection',
  'Port blocking': 'port-blocking',
  'Append a request Cookie header': 'cookie-header',
  'Parse and store response Set-Cookie headers': 'set-cookie-header',
  'Determine the same-site mode': 'cookie-infrastructure',
  'Main fetch': 'main-fetch',
  'HTTP fetch': 'http-fetch',
  'HTTP-redirect fetch': 'http-redirect-fetch',
  'HTTP-network-or-cache fetch': 'http-network-or-cache-fetch',
  'HTTP-network fetch': 'http-network-fetch',
  'Request constructor': 'dom-request',
  'Response url getter': 'dom-response-url',
  'Response redirected getter': 'dom-response-redirected',
  'fetch() method': 'fetch-method',
  'Atomic HTTP redirect handling': 'atomic-http-redirect-handling',
} as const satisfies Record<string, string>;

/** The Fetch Standard as of June 2026, in its order. Every step of an algorithm is a definition. */
export const fetchStandard = defineRequirements(
  {
    authority: 'fetch',
    source: 'Fetch Standard',
    url: (section) => `https://fetch.spec.whatwg.org/#${anchors[section.replace(/, .*/, '') as keyof typeof anchors]}`,
  },
  {
    // Fields
    'fetch/value-without-ctl': {
      section: 'Header value',
      level: 'definition',
      statement: 'A field value has no spaces or tabs around it, and contains no NUL, CR or LF.',
    },
    'fetch/authorization-is-the-credential': {
      section: 'CORS non-wildcard request-header name',
      level: 'definition',
      statement: 'Authorization is the only field that a change of origin removes.',
    },
    'fetch/fields-not-for-callers': {
      section: 'Forbidden request-header',
      level: 'definition',
      statement:
        'Accept-Charset, Accept-Encoding, Access-Control-Request-Headers, Access-Control-Request-Method, Connection, Content-Length, Cookie, Cookie2, Date, DNT, Expect, Host, Keep-Alive, Origin, Referer, Set-Cookie, TE, Trailer, Transfer-Encoding, Upgrade, Via and every Proxy- and Sec- field belong to the user agent; callers cannot set them. Neither can they set X-HTTP-Method, X-HTTP-Method-Override and X-Method-Override to CONNECT, TRACE or TRACK.',
    },
    'fetch/request-body-headers': {
      section: 'Request-body-header name',
      level: 'definition',
      statement:
        'The fields that describe a body are Content-Encoding, Content-Language, Content-Location and Content-Type, and no others.',
    },
    'fetch/set-cookie-not-combined': {
      section: 'Sort and combine, step 3',
      level: 'definition',
      statement:
        'The caller gets the values of several lines of one field combined by commas, except Set-Cookie: each value apart.',
    },
    'fetch/location-by-its-grammar': {
      section: 'Extract header values, step 1',
      level: 'definition',
      statement:
        'A Location that does not match the grammar of a URI reference, for example because of a raw space or a non-ASCII octet, is invalid.',
    },
    'fetch/several-locations-refused': {
      section: 'Extract header list values, step 2',
      level: 'definition',
      statement: 'More than one Location field makes the Location invalid, even if all have the same value.',
    },

    // Requests and responses
    'fetch/method-normalized': {
      section: 'Method',
      level: 'definition',
      statement:
        'DELETE, GET, HEAD, OPTIONS, POST and PUT in lower case are converted to upper case before anything else; PATCH is not.',
    },
    'fetch/redirect-statuses': {
      section: 'Redirect status',
      level: 'definition',
      statement: '301, 302, 303, 307 and 308 are the redirects; a response with any other status is an ordinary response.',
    },
    'fetch/follows-by-default': {
      section: 'Redirect mode',
      level: 'definition',
      statement: 'Redirects are followed unless the request has another redirect mode.',
    },
    'fetch/count-per-request': {
      section: 'Redirect count',
      level: 'definition',
      statement: 'Every request starts with a redirect count of zero.',
    },
    'fetch/origin-null-when-tainted': {
      section: 'Serializing a request origin, step 2',
      level: 'definition',
      statement: 'Origin becomes null once the chain has left the origin of the request and changes origin again.',
    },
    'fetch/origin-of-the-page': {
      section: 'Append a request Origin header, step 3',
      level: 'definition',
      statement: 'A CORS request to another origin has an Origin field with the origin of the page, also after one redirect.',
    },
    'fetch/origin-with-other-methods': {
      section: 'Append a request Origin header, step 4',
      level: 'definition',
      statement:
        'A request with a method other than GET and HEAD has an Origin field, also after a redirect and outside of CORS; it is null only if the chain is tainted or the referrer policy says so.',
    },
    'fetch/no-origin-with-get': {
      section: 'Append a request Origin header, step 4',
      level: 'definition',
      statement: 'A GET or HEAD outside of CORS has no Origin field.',
    },
    'fetch/opaque-redirect': {
      section: 'Opaque-redirect filtered response',
      level: 'definition',
      statement: 'An opaque redirect has status 0, no fields and no body.',
    },
    'fetch/location-only-in-redirects': {
      section: 'Location URL, step 1',
      level: 'definition',
      statement: 'The Location of a response that is not a redirect is ignored.',
    },
    'fetch/location-against-response-url': {
      section: 'Location URL, step 3',
      level: 'definition',
      statement: 'Location is parsed by the URL Standard, with the URL of the response that carries it as base.',
    },
    'fetch/empty-location-is-a-url': {
      section: 'Location URL, step 3',
      level: 'definition',
      statement: 'An empty Location is a Location: it leads to the same URL again.',
    },
    'fetch/fragment-inherited': {
      section: 'Location URL, step 4',
      level: 'definition',
      statement:
        'A Location without a fragment inherits the fragment of the request; one with a fragment, even an empty one, keeps its own.',
    },

    // Connections and cookies
    'fetch/connection-by-origin': {
      section: 'Obtain a connection, step 1',
      level: 'definition',
      statement: 'A connection is used again only for the same scheme, host and port.',
    },
    'fetch/proxy-by-url': {
      section: 'Obtain a connection, step 2',
      level: 'definition',
      statement: 'Proxies are determined for the current URL, and so again after each redirect.',
    },
    'fetch/407-asks-the-user': {
      section: 'HTTP-network-or-cache fetch, step 16',
      level: 'definition',
      statement:
        'On a 407 the user is asked for credentials for the proxy; if there is no user to ask, the result is a network error.',
    },
    'fetch/421-retried': {
      section: 'HTTP-network-or-cache fetch, step 17',
      level: 'definition',
      statement: 'After a 421 the same request is made once more, on a new connection, unless its body can be read only once.',
    },
    'fetch/bad-ports': {
      section: 'Port blocking',
      level: 'definition',
      statement: 'Ports of other protocols, such as 25 or 6000, are bad ports.',
    },
    'fetch/cookies-of-the-current-url': {
      section: 'Append a request Cookie header, step 5',
      level: 'definition',
      statement: 'Cookies are retrieved for host, path and security of the current URL, and so again after each redirect.',
    },
    'fetch/each-set-cookie-stored': {
      section: 'Parse and store response Set-Cookie headers, step 6',
      level: 'definition',
      statement: 'Each Set-Cookie field is processed on its own.',
    },
    'fetch/cross-site-chain-taints-cookies': {
      section: 'Determine the same-site mode, step 5',
      level: 'definition',
      statement: 'SameSite cookies are withheld from a request, other than a navigation, whose chain contains another site.',
    },

    // Fetching
    'fetch/bad-port-refused': {
      section: 'Main fetch, step 7',
      level: 'definition',
      statement: 'A request to a bad port is a network error, also after a redirect.',
    },
    'fetch/mixed-content-refused': {
      section: 'Main fetch, step 7',
      level: 'definition',
      statement: 'A request of a page of https for http is blocked as mixed content, also after a redirect.',
    },
    'fetch/page-policy-at-every-redirect': {
      section: 'Main fetch, step 7',
      level: 'definition',
      statement: 'The Content-Security-Policy of the page is applied to every URL of a chain.',
    },
    'fetch/hsts-upgrades': {
      section: 'Main fetch, step 10',
      level: 'definition',
      statement: 'For a known HSTS host, http in the URL becomes https.',
    },
    'fetch/type-of-the-response': {
      section: 'Main fetch, step 12',
      level: 'definition',
      statement:
        'A response in mode cors is basic as long as the chain stays at the origin of the page; once it has left it, the response is of type cors, even if the chain returns.',
    },
    'fetch/same-origin-mode-refuses': {
      section: 'Main fetch, step 12',
      level: 'definition',
      statement: 'In mode same-origin a redirect to another origin is a network error.',
    },
    'fetch/no-cors-is-opaque': {
      section: 'Main fetch, step 12',
      level: 'definition',
      statement: 'In mode no-cors a chain to another origin is followed, and the page gets an opaque response.',
    },
    'fetch/preflight-at-another-origin': {
      section: 'Main fetch, step 12',
      level: 'definition',
      statement:
        'A request with a method or field that is not safelisted is preflighted at each URL of another origin, also after a redirect, and sent only if that succeeds.',
    },
    'fetch/cors-check-of-every-response': {
      section: 'HTTP fetch, step 4',
      level: 'definition',
      statement: 'Once a chain has left the origin of the page, every response, redirects too, must allow that origin.',
    },
    'fetch/resource-policy-of-every-response': {
      section: 'HTTP fetch, step 5',
      level: 'definition',
      statement: 'In mode no-cors the Cross-Origin-Resource-Policy of every response counts, redirects too.',
    },
    'fetch/preflight-not-redirected': {
      section: 'CORS-preflight fetch, step 7',
      level: 'definition',
      statement: 'A preflight succeeds only with a status from 200 to 299: a redirect is a network error, and is not followed.',
    },
    'fetch/no-wildcard-with-credentials': {
      section: 'CORS check, step 3',
      level: 'definition',
      statement: 'With credentials mode include, the wildcard in Access-Control-Allow-Origin allows no origin.',
    },
    'fetch/redirect-times-need-permission': {
      section: 'TAO check',
      level: 'definition',
      statement:
        'If one response of a chain, a redirect too, comes from another origin without Timing-Allow-Origin, the page is not told when redirects took place.',
    },
    'fetch/error-mode-refuses': {
      section: 'HTTP fetch, step 6',
      level: 'definition',
      statement: 'In redirect mode error every redirect is a network error, whether it has a Location or not.',
    },
    'fetch/manual-mode-is-opaque': {
      section: 'HTTP fetch, step 6',
      level: 'definition',
      statement: 'In redirect mode manual nothing is followed, and the caller gets an opaque redirect.',
    },
    'fetch/missing-location-returned': {
      section: 'HTTP-redirect fetch, step 4',
      level: 'definition',
      statement: 'A redirect without Location is returned as the response.',
    },
    'fetch/invalid-location-refused': {
      section: 'HTTP-redirect fetch, step 5',
      level: 'definition',
      statement: 'A redirect with an invalid Location is a network error.',
    },
    'fetch/http-targets-only': {
      section: 'HTTP-redirect fetch, step 6',
      level: 'definition',
      statement: 'A redirect to a URL other than http or https is a network error.',
    },
    'fetch/twenty-redirects': {
      section: 'HTTP-redirect fetch, step 7',
      level: 'definition',
      statement: 'Twenty redirects are followed; the twenty-first is a network error.',
    },
    'fetch/only-the-count-stops': {
      section: 'HTTP-redirect fetch, step 7',
      level: 'definition',
      statement: 'Only the number of redirects ends a chain: a URL may be requested again.',
    },
    'fetch/cors-location-without-credentials': {
      section: 'HTTP-redirect fetch, step 9',
      level: 'definition',
      statement:
        'In CORS mode a Location with user name or password is a network error, if it has another origin than the request has.',
    },
    'fetch/tainted-location-without-credentials': {
      section: 'HTTP-redirect fetch, step 10',
      level: 'definition',
      statement:
        'Once a CORS request has gone to another origin, a Location with user name or password is a network error, at any origin.',
    },
    'fetch/stream-body-refused': {
      section: 'HTTP-redirect fetch, step 11',
      level: 'definition',
      statement: 'If the body of the request can be read only once, every redirect except a 303 is a network error.',
    },
    'fetch/stream-body-passes-303': {
      section: 'HTTP-redirect fetch, step 11',
      level: 'definition',
      statement: 'A 303 is followed even if the body of the request can be read only once.',
    },
    'fetch/post-becomes-get': {
      section: 'HTTP-redirect fetch, step 12',
      level: 'definition',
      statement: '301 and 302 turn POST into GET without a body.',
    },
    'fetch/303-becomes-get': {
      section: 'HTTP-redirect fetch, step 12',
      level: 'definition',
      statement: '303 turns every method except GET and HEAD into GET without a body.',
    },
    'fetch/method-kept': {
      section: 'HTTP-redirect fetch, step 12',
      level: 'definition',
      statement:
        'In all other cases method and body are kept: by 307 and 308 always, by 301 and 302 for every method except POST, by 303 for GET and HEAD.',
    },
    'fetch/body-headers-dropped': {
      section: 'HTTP-redirect fetch, step 12',
      level: 'definition',
      statement: 'If the method becomes GET, Content-Encoding, Content-Language, Content-Location and Content-Type are removed.',
    },
    'fetch/other-content-fields-kept': {
      section: 'HTTP-redirect fetch, step 12',
      level: 'definition',
      statement:
        'If the method becomes GET, fields of the caller that are not request-body-header names, such as Digest or Last-Modified, are kept.',
    },
    'fetch/authorization-dropped-cross-origin': {
      section: 'HTTP-redirect fetch, step 13',
      level: 'definition',
      statement: 'Authorization is removed when the redirect changes scheme, host or port.',
    },
    'fetch/authorization-kept-same-origin': {
      section: 'HTTP-redirect fetch, step 13',
      level: 'definition',
      statement: 'Authorization is kept as long as scheme, host and port stay the same.',
    },
    'fetch/authorization-stays-dropped': {
      section: 'HTTP-redirect fetch, step 13',
      level: 'definition',
      statement: 'Authorization that was removed does not come back, even if the chain returns to the first origin.',
    },
    'fetch/other-headers-kept': {
      section: 'HTTP-redirect fetch, step 13',
      level: 'definition',
      statement: 'On a change of origin every field of the caller except Authorization is kept.',
    },
    'fetch/body-resent': {
      section: 'HTTP-redirect fetch, step 14',
      level: 'definition',
      statement: 'A body that is kept is sent again in full from its source, to any origin.',
    },
    'fetch/redirect-times': {
      section: 'HTTP-redirect fetch, step 17',
      level: 'definition',
      statement: 'The time at which a redirected request began is kept as the start of its redirects, and shown to the page.',
    },
    'fetch/url-list-grows': {
      section: 'HTTP-redirect fetch, step 18',
      level: 'definition',
      statement: 'Every URL that a redirect leads to becomes the current URL of the request.',
    },
    'fetch/referrer-policy-of-the-redirect': {
      section: 'HTTP-redirect fetch, step 19',
      level: 'definition',
      statement: 'A Referrer-Policy in a redirect applies to the request that follows.',
    },
    'fetch/content-length-zero': {
      section: 'HTTP-network-or-cache fetch, step 8',
      level: 'definition',
      statement: 'POST and PUT without a body have Content-Length: 0; other methods without a body have no Content-Length.',
    },
    'fetch/generated-fields-per-request': {
      section: 'HTTP-network-or-cache fetch, step 8',
      level: 'definition',
      statement:
        'Fields that the user agent adds itself, such as Content-Length, Host, Cookie and the conditions of its cache, are added again for each redirect.',
    },
    'fetch/cookies-by-credentials-mode': {
      section: 'HTTP-network-or-cache fetch, step 8',
      level: 'definition',
      statement:
        'In credentials mode include cookies are stored and sent across origins; in its default, same-origin, neither once a chain has left its first origin.',
    },
    'fetch/cookies-in-mode-include': {
      section: 'HTTP-network-or-cache fetch, step 8',
      level: 'definition',
      statement: 'A page that asks with credentials mode include sends the cookies of every origin of the chain.',
    },
    'fetch/client-certificates-by-credentials-mode': {
      section: 'Create a connection, step 2',
      level: 'definition',
      statement:
        'A connection without credentials sends no TLS client certificate. In credentials mode include every connection has credentials; in its default, same-origin, none has once a chain has left its first origin.',
    },
    'fetch/no-basic-from-url': {
      section: 'HTTP-network-or-cache fetch, step 8',
      level: 'definition',
      statement: 'User name and password of a URL become an Authorization field only in answer to a challenge.',
    },
    'fetch/unsafe-invalidates-cache': {
      section: 'HTTP-network-or-cache fetch, step 11',
      level: 'definition',
      statement: 'An unsafe request that is answered by a status from 200 to 399 invalidates stored responses of the cache.',
    },
    'fetch/no-connection-no-response': {
      section: 'HTTP-network fetch',
      level: 'definition',
      statement: 'If no connection can be obtained, because it is refused or not trusted, the result is a network error.',
    },
    'fetch/no-answer-no-response': {
      section: 'HTTP-network fetch',
      level: 'definition',
      statement: 'If the connection ends before a response has arrived, the result is a network error.',
    },
    'fetch/stream-body-needs-http2': {
      section: 'HTTP-network fetch, step 8',
      level: 'definition',
      statement:
        'A body that can be read only once is a network error over HTTP/1.1, before anything is sent; in no case is a redirect returned.',
    },
    'fetch/interim-responses-skipped': {
      section: 'HTTP-network fetch, step 8',
      level: 'definition',
      statement: 'After a 1xx the client keeps waiting for the final response.',
    },
    'fetch/abort-ends-the-fetch': {
      section: 'HTTP-network fetch, step 9',
      level: 'definition',
      statement: 'An abort ends the fetch at any redirect: no further request is sent.',
    },
    'fetch/set-cookie-of-any-response': {
      section: 'HTTP-network fetch, step 17',
      level: 'SHOULD',
      statement: 'Set-Cookie is stored from every response of a request with credentials, redirects included.',
    },

    // What the caller sees
    'fetch/get-has-no-body': {
      section: 'Request constructor',
      level: 'definition',
      statement: 'GET and HEAD with a body are refused before anything is sent.',
    },
    'fetch/no-request-for-url-with-credentials': {
      section: 'Request constructor',
      level: 'definition',
      statement: 'A URL with user name or password is refused with a TypeError before anything is sent.',
    },
    'fetch/broken-body-rejects': {
      section: 'HTTP-network fetch',
      level: 'definition',
      statement: 'If the connection ends in the middle of a body, reading that body fails.',
    },
    'fetch/aborted-before-it-begins': {
      section: 'fetch() method, step 4',
      level: 'definition',
      statement: 'If the signal is already aborted, nothing is fetched.',
    },
    'fetch/rejects-with-the-reason': {
      section: 'fetch() method, step 11',
      level: 'definition',
      statement:
        'A call that is aborted rejects with the reason of the signal: AbortError, or TimeoutError if a deadline has passed.',
    },
    'fetch/response-url': {
      section: 'Response url getter',
      level: 'definition',
      statement: 'The response reports the last URL of the chain, without its fragment.',
    },
    'fetch/response-url-without-fragment': {
      section: 'Response url getter',
      level: 'definition',
      statement: 'The URL that the response reports has no fragment, even if the URL of the chain has one.',
    },
    'fetch/response-redirected': {
      section: 'Response redirected getter',
      level: 'definition',
      statement: 'The response reports that it was redirected if, and only if, a redirect was followed.',
    },
    'fetch/network-error-is-type-error': {
      section: 'fetch() method, step 12',
      level: 'definition',
      statement: 'A network error reaches the caller as a TypeError.',
    },
    'fetch/redirects-not-exposed': {
      section: 'Atomic HTTP redirect handling',
      level: 'definition',
      statement: 'The redirects that were followed are not exposed to the caller.',
    },
  },
);
