import { defineRequirements } from './define.ts';

/** HTTP Semantics, in the order of its sections. */
export const rfc9110 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 9110',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc9110.html#section-${section}`,
  },
  {
    // Identifiers
    'rfc9110/may-recover': {
      section: '2.4',
      level: 'MAY',
      statement:
        'A recipient may try to recover a usable meaning from an invalid element, such as an invalid Location, or treat it as an error.',
    },
    'rfc9110/uri-of-8000-octets': {
      section: '4.1',
      level: 'SHOULD',
      statement: 'URIs of at least 8000 octets are supported wherever they occur, also in Location.',
    },
    'rfc9110/http-uri-needs-host': {
      section: '4.2.1',
      level: 'MUST',
      statement: 'An http URI without a host is rejected as invalid.',
    },
    'rfc9110/https-uri-needs-host': {
      section: '4.2.2',
      level: 'MUST',
      statement: 'An https URI without a host is rejected as invalid.',
    },
    'rfc9110/https-is-secured': {
      section: '4.2.2',
      level: 'MUST',
      statement: 'A request for an https resource is sent only after the connection has been secured.',
    },
    'rfc9110/https-answers-secured': {
      section: '4.2.2',
      level: 'MUST',
      statement: 'The client accepts only a secured answer to a request for an https resource.',
    },
    'rfc9110/http-and-https-are-distinct': {
      section: '4.2.2',
      level: 'definition',
      statement: 'http and https at the same host are distinct origins that share no identity.',
    },
    'rfc9110/scheme-and-host-ignore-case': {
      section: '4.2.3',
      level: 'definition',
      statement: 'Scheme and host are case-insensitive; path and query are not.',
    },
    'rfc9110/default-port-is-implied': {
      section: '4.2.3',
      level: 'definition',
      statement: 'A URI with the default port of its scheme is equal to the same URI without a port.',
    },
    'rfc9110/may-normalize': {
      section: '4.2.3',
      level: 'MAY',
      statement:
        'Any component may normalize a URI: drop the default port, convert the host to lower case, decode escapes that are not needed.',
    },
    'rfc9110/userinfo-not-sent': {
      section: '4.2.4',
      level: 'MUST NOT',
      statement: 'User name and password of a URI do not appear in a request target or in a field value.',
    },
    'rfc9110/userinfo-is-an-error': {
      section: '4.2.4',
      level: 'SHOULD',
      statement: 'User name or password in a URI from an untrusted source, such as a Location, is treated as an error.',
    },
    'rfc9110/origin-is-scheme-host-port': {
      section: '4.3.1',
      level: 'definition',
      statement: 'Two URIs have the same origin only if scheme, host and port are the same.',
    },
    'rfc9110/no-tunnel-without-2xx': {
      section: '9.3.6',
      level: 'definition',
      statement:
        'A response to CONNECT other than a 2xx says that there is no tunnel yet. What the caller gets then is not said.',
    },
    'rfc9110/certificate-verified': {
      section: '4.3.4',
      level: 'MUST',
      statement:
        'Before it uses an https connection, the client verifies that the certificate matches the origin it wants to reach.',
    },
    'rfc9110/bad-certificate-ends-it': {
      section: '4.3.4',
      level: 'SHOULD',
      statement: 'An automated client ends the connection when the certificate is not valid for the origin.',
    },

    // Fields
    'rfc9110/field-names-ignore-case': {
      section: '5.1',
      level: 'definition',
      statement: 'Field names are case-insensitive.',
    },
    'rfc9110/field-order-means-nothing': {
      section: '5.3',
      level: 'definition',
      statement: 'The order of fields with different names does not matter.',
    },
    'rfc9110/field-lines-not-repeated': {
      section: '5.3',
      level: 'MUST NOT',
      statement:
        'A message does not have several lines of one field whose values cannot be combined into a comma-separated list. Cookie is such a field; only HTTP/2 and HTTP/3 allow it to be split, by RFC 9113 section 8.2.3 and RFC 9114 section 4.2.1.',
    },
    'rfc9110/set-cookie-not-combined': {
      section: '5.3',
      level: 'definition',
      statement:
        'Set-Cookie cannot be combined into a single value, so recipients ought to treat it as a special case; the text has no keyword.',
    },
    'rfc9110/whitespace-around-value-excluded': {
      section: '5.5',
      level: 'MUST',
      statement: 'Whitespace before and after a field value is excluded before the value is used.',
    },
    'rfc9110/obs-text-is-opaque': {
      section: '5.5',
      level: 'SHOULD',
      statement: 'Octets outside US-ASCII in a field value are treated as opaque data.',
    },
    'rfc9110/cr-lf-nul-defused': {
      section: '5.5',
      level: 'MUST',
      statement: 'A message with CR, LF or NUL in a field value is rejected, or the character is replaced by a space.',
    },

    // Messages and their routing
    'rfc9110/head-has-no-content': {
      section: '6.4.1',
      level: 'definition',
      statement: 'The answer to a HEAD request never has content, even if its fields announce some.',
    },
    'rfc9110/trailers-not-merged': {
      section: '6.5.1',
      level: 'MUST NOT',
      statement: 'A trailer field is not merged into the header section unless the definition of that field allows it.',
    },
    'rfc9110/fragment-stays-home': {
      section: '7.1',
      level: 'definition',
      statement: 'The target URI of a request excludes the fragment, which is for the client only.',
    },
    'rfc9110/host-sent': {
      section: '7.2',
      level: 'MUST',
      statement: 'Every request has Host, or :authority instead, with host and port of its target URI.',
    },
    'rfc9110/proxy-by-target': {
      section: '7.3.2',
      level: 'definition',
      statement: 'Whether a request goes through a proxy is decided by its own target URI.',
    },
    'rfc9110/handler-by-scheme': {
      section: '7.3.3',
      level: 'definition',
      statement: 'How a resource is accessed depends on the scheme of its URI, and on the specification of that scheme.',
    },
    'rfc9110/sending-goes-on': {
      section: '7.5',
      level: 'SHOULD',
      statement:
        'A client that receives the response while it is still sending the request continues to send, unless it receives an explicit indication to the contrary.',
    },

    // Content
    'rfc9110/content-length-of-empty-post': {
      section: '8.6',
      level: 'SHOULD',
      statement: 'A request without content whose method expects content, such as POST, has Content-Length: 0.',
    },
    'rfc9110/no-content-length-without-content': {
      section: '8.6',
      level: 'SHOULD NOT',
      statement: 'A request without content whose method expects none has no Content-Length.',
    },
    'rfc9110/content-location-is-metadata': {
      section: '8.7',
      level: 'definition',
      statement: 'Content-Location describes the content of its message; it neither redirects nor replaces the target URI.',
    },

    // Methods
    'rfc9110/methods-are-case-sensitive': {
      section: '9.1',
      level: 'definition',
      statement: 'Methods are case-sensitive, and the standard methods are in upper case: post is not POST.',
    },
    'rfc9110/safe-methods': {
      section: '9.2.1',
      level: 'definition',
      statement: 'Of the methods in RFC 9110, GET, HEAD, OPTIONS and TRACE are safe; the others are not.',
    },
    'rfc9110/no-blind-retry': {
      section: '9.2.2',
      level: 'SHOULD NOT',
      statement: 'A request with a method that is not idempotent, such as POST, is not retried automatically.',
    },
    'rfc9110/get-without-content': {
      section: '9.3.1',
      level: 'SHOULD NOT',
      statement: 'A GET request has no content, unless the origin server has indicated that it uses it.',
    },
    'rfc9110/get-answers-head': {
      section: '9.3.1',
      level: 'MAY',
      statement: 'A cache may use the response to a GET for later GET and HEAD requests.',
    },
    'rfc9110/head-without-content': {
      section: '9.3.2',
      level: 'SHOULD NOT',
      statement: 'A HEAD request has no content, unless the origin server has indicated that it uses it.',
    },
    'rfc9110/post-is-seldom-stored': {
      section: '9.3.3',
      level: 'definition',
      statement:
        'A response to POST is cacheable only with explicit freshness and a Content-Location that names the URI of the POST itself.',
    },
    'rfc9110/post-redirect-get': {
      section: '9.3.3',
      level: 'MAY',
      statement: 'A server may answer a POST with a 303 to an existing resource that represents the result.',
    },
    'rfc9110/put-redirect-is-optional': {
      section: '9.3.4',
      level: 'MAY',
      statement: 'A user agent whose PUT is redirected may decide for itself whether to follow.',
    },

    // Context
    'rfc9110/no-expect-without-content': {
      section: '10.1.1',
      level: 'MUST NOT',
      statement: 'A request without content does not have Expect: 100-continue.',
    },
    'rfc9110/expect-when-waiting': {
      section: '10.1.1',
      level: 'MUST',
      statement: 'A client that waits for a 100 before it sends the content sends Expect: 100-continue.',
    },
    'rfc9110/may-send-without-100': {
      section: '10.1.1',
      level: 'MAY',
      statement:
        'A client that sent Expect: 100-continue need not wait for a specific time; it may send the content before it receives an answer.',
    },
    'rfc9110/no-endless-wait-for-100': {
      section: '10.1.1',
      level: 'SHOULD NOT',
      statement: 'A client does not wait for a 100 indefinitely before it sends the content.',
    },
    'rfc9110/417-repeated-without-expect': {
      section: '10.1.1',
      level: 'SHOULD',
      statement: 'A request with Expect: 100-continue that is answered by 417 is repeated without Expect.',
    },
    'rfc9110/referer-without-fragment-and-userinfo': {
      section: '10.1.3',
      level: 'MUST NOT',
      statement: 'A Referer that the client generates contains neither fragment nor user name and password.',
    },
    'rfc9110/no-referer-without-source': {
      section: '10.1.3',
      level: 'MUST',
      statement: 'A request whose URI was not obtained from another resource has no Referer, or about:blank.',
    },
    'rfc9110/no-referer-to-other-origin': {
      section: '10.1.3',
      level: 'SHOULD NOT',
      statement:
        'Unless the referring resource allows it, a request to another origin has no Referer if that resource was accessed securely.',
    },
    'rfc9110/no-referer-on-downgrade': {
      section: '10.1.3',
      level: 'MUST NOT',
      statement: 'An unsecured request has no Referer if the referring resource was accessed securely.',
    },
    'rfc9110/location-by-status': {
      section: '10.2.2',
      level: 'definition',
      statement:
        'What Location refers to depends on method and status: in a 3xx it is the target of the redirect, in a 201 the new resource. That it redirects no other response is an inference.',
    },
    'rfc9110/location-is-one-uri': {
      section: '10.2.2',
      level: 'definition',
      statement: 'Location holds a single URI reference, never a list; a comma is part of the URI.',
    },
    'rfc9110/several-locations-undefined': {
      section: '10.2.2',
      level: 'definition',
      statement: 'More than one Location field makes the message invalid, and no way to recover from it is interoperable.',
    },
    'rfc9110/relative-location-resolved': {
      section: '10.2.2',
      level: 'definition',
      statement: 'A relative Location is resolved against the target URI of the request that it answers.',
    },
    'rfc9110/fragment-inherited': {
      section: '10.2.2',
      level: 'MUST',
      statement: 'A Location without a fragment inherits the fragment of the original reference.',
    },
    'rfc9110/retry-after-on-redirect': {
      section: '10.2.3',
      level: 'definition',
      statement:
        'Retry-After in a 3xx is the minimum time that the client is asked to wait before it sends the redirected request.',
    },

    // Authentication
    'rfc9110/credentials-within-protection-space': {
      section: '11.5',
      level: 'definition',
      statement:
        'Credentials apply automatically only within their protection space, which does not extend beyond the origin unless the authentication scheme allows it.',
    },
    'rfc9110/proxy-credentials-for-the-proxy': {
      section: '11.7.2',
      level: 'definition',
      statement: 'Proxy-Authorization is meant for the next proxy that asked for it, and for no other recipient.',
    },

    // Status codes
    'rfc9110/unknown-status-as-class': {
      section: '15',
      level: 'MUST',
      statement: 'An unknown status code is treated like the x00 code of its class: an unknown 3xx like a 300.',
    },
    'rfc9110/reason-phrase-is-advice': {
      section: '15.1',
      level: 'definition',
      statement: 'Reason phrases are only suggestions: another text, or no text, changes nothing.',
    },
    'rfc9110/heuristically-cacheable': {
      section: '15.1',
      level: 'definition',
      statement: 'A cache may reuse 300, 301 and 308 with heuristic freshness, but not 302, 303 and 307.',
    },
    'rfc9110/interim-responses-parsed': {
      section: '15.2',
      level: 'MUST',
      statement: 'The client can parse any number of 1xx responses before the final response, even if it does not expect them.',
    },
    'rfc9110/201-location-names-the-created': {
      section: '15.3.2',
      level: 'definition',
      statement: 'Location in a 201 names the created resource. That it is not a redirect is an inference.',
    },

    // Redirection in general
    'rfc9110/may-follow': {
      section: '15.4',
      level: 'MAY',
      statement: 'A user agent may automatically follow a redirect to its Location, even if it does not know the status code.',
    },
    'rfc9110/redirect-needs-location': {
      section: '15.4',
      level: 'definition',
      statement:
        'The permission to redirect automatically depends on a Location field. That a response without one is returned is an inference.',
    },
    'rfc9110/unsafe-with-care': {
      section: '15.4',
      level: 'definition',
      statement: 'Automatic redirection needs care if the method is not known to be safe, because the user might not want it.',
    },
    'rfc9110/request-resent': {
      section: '15.4',
      level: 'SHOULD',
      statement:
        'A client that follows resends its original request, with its method, fields and content, and changes only what the section names.',
    },
    'rfc9110/target-from-location': {
      section: '15.4',
      level: 'SHOULD',
      statement: 'The new request goes to the URI of the Location, resolved against the URI of the request that was redirected.',
    },
    'rfc9110/connection-fields-renewed': {
      section: '15.4',
      level: 'SHOULD',
      statement:
        'Connection-specific fields that the client generated are removed, and generated again if the new request needs them.',
    },
    'rfc9110/proxy-fields-renewed': {
      section: '15.4',
      level: 'SHOULD',
      statement:
        'Fields that the client generated for its proxy, especially Proxy-Authorization, are removed, and generated again if they still apply.',
    },
    'rfc9110/host-renewed': {
      section: '15.4',
      level: 'SHOULD',
      statement: 'Fields that the client generated for one origin, especially Host, are replaced by those for the new origin.',
    },
    'rfc9110/cache-validators-removed': {
      section: '15.4',
      level: 'SHOULD',
      statement: 'Conditions that the cache of the client added, such as If-None-Match, are not sent to the new URI.',
    },
    'rfc9110/resource-fields-renewed': {
      section: '15.4',
      level: 'SHOULD',
      statement:
        'Referer, Origin, Authorization and Cookie that the client generated are removed, and generated again for the new URI.',
    },
    'rfc9110/caller-credentials-considered': {
      section: '15.4',
      level: 'SHOULD',
      statement:
        'A client that follows considers removing fields that the caller added, such as Authorization and Cookie, if sending them on has security implications.',
    },
    'rfc9110/list-of-fields-is-open': {
      section: '15.4',
      level: 'SHOULD',
      statement:
        'The fields whose removal a client considers are not limited to Authorization and Cookie. Which others have security implications, no text says.',
    },
    'rfc9110/method-by-status': {
      section: '15.4',
      level: 'SHOULD',
      statement: 'The method is changed only according to the semantics of the redirecting status code; otherwise it is kept.',
    },
    'rfc9110/content-fields-dropped': {
      section: '15.4',
      level: 'SHOULD',
      statement:
        'If the method was changed to GET or HEAD, content-specific fields are removed: Content-Type, Content-Length, Content-Encoding, Content-Language, Content-Location, Digest, Last-Modified and similar fields.',
    },
    'rfc9110/cycles-broken': {
      section: '15.4',
      level: 'SHOULD',
      statement: 'The client detects cyclical redirects and intervenes; how, and after how many redirects, is not specified.',
    },
    'rfc9110/some-stop-at-five': {
      section: '15.4',
      level: 'definition',
      statement:
        'An earlier version of HTTP recommended at most five redirects, and servers are warned that some clients may have this limit.',
    },
    'rfc9110/308-keeps-method': {
      section: '15.4',
      level: 'definition',
      statement:
        'Only a note says that 308, like 307, was added as an unambiguous redirect that keeps the method; no MUST NOT repeats it for 308.',
    },

    // Redirection by status
    'rfc9110/300-may-follow': {
      section: '15.4.1',
      level: 'MAY',
      statement: 'A user agent may follow the Location of a 300, which is the choice that the server prefers.',
    },
    'rfc9110/300-may-choose': {
      section: '15.4.1',
      level: 'MAY',
      statement: 'A user agent may choose from the list in the content of a 300 if it understands the media type.',
    },
    'rfc9110/301-may-follow': {
      section: '15.4.2',
      level: 'MAY',
      statement: 'A user agent may automatically follow the Location of a 301.',
    },
    'rfc9110/301-post-may-become-get': {
      section: '15.4.2',
      level: 'MAY',
      statement: 'For historical reasons a user agent may change POST to GET after a 301; the section names no other method.',
    },
    'rfc9110/302-may-follow': {
      section: '15.4.3',
      level: 'MAY',
      statement: 'A user agent may automatically follow the Location of a 302.',
    },
    'rfc9110/302-post-may-become-get': {
      section: '15.4.3',
      level: 'MAY',
      statement: 'For historical reasons a user agent may change POST to GET after a 302; the section names no other method.',
    },
    'rfc9110/302-is-temporary': {
      section: '15.4.3',
      level: 'definition',
      statement:
        'The target of a 302 may change, so later requests ought to go to the original URI again; the text has no keyword.',
    },
    'rfc9110/303-is-retrieved': {
      section: '15.4.4',
      level: 'definition',
      statement:
        'After a 303, the answer is retrieved from the Location with GET or HEAD, whatever the original method was. Section 15.4 asks by a SHOULD to change the method so.',
    },
    'rfc9110/304-points-to-the-stored': {
      section: '15.4.5',
      level: 'definition',
      statement: 'A 304 redirects the client to its stored response. That its Location is not followed is an inference.',
    },
    'rfc9110/305-is-deprecated': {
      section: '15.4.6',
      level: 'definition',
      statement: '305, which once instructed the client to use a proxy, is deprecated. That it is returned is an inference.',
    },
    'rfc9110/306-is-reserved': {
      section: '15.4.7',
      level: 'definition',
      statement: '306 is no longer used and is reserved. That it is returned is an inference.',
    },
    'rfc9110/307-keeps-method': {
      section: '15.4.8',
      level: 'MUST NOT',
      statement: 'A user agent that automatically follows a 307 does not change the method of the request.',
    },
    'rfc9110/307-may-follow': {
      section: '15.4.8',
      level: 'MAY',
      statement: 'A user agent may automatically follow the Location of a 307.',
    },
    'rfc9110/307-is-temporary': {
      section: '15.4.8',
      level: 'definition',
      statement:
        'The target of a 307 can change over time, so later requests ought to go to the original URI again; the text has no keyword.',
    },
    'rfc9110/308-may-follow': {
      section: '15.4.9',
      level: 'MAY',
      statement: 'A user agent may automatically follow the Location of a 308.',
    },
    'rfc9110/421-may-be-retried': {
      section: '15.5.20',
      level: 'MAY',
      statement: 'After a 421 the client may make the request again on another connection, whatever its method is.',
    },
    'rfc9110/explicit-fragment-blocks': {
      section: '17.11',
      level: 'definition',
      statement: 'A Location with its own fragment, even an empty one, does not inherit the original fragment.',
    },
  },
);
