import { browser, client, portable, type Rows } from './row.ts';

export const crossHostAuthRows = {
  'a-same-origin-kept': portable('Authorization set by the caller is re-sent when the redirect stays on the same origin'),
  'a-cross-host-stripped': portable('Authorization set by the caller is absent from the request to a different host name'),
  'a-diff-port-same-host': portable('Authorization when only the port changes'),
  'a-subdomain': portable('Authorization when redirected from foo.test to sub.foo.test'),
  'a-parent-or-sibling-domain': portable(
    'Authorization when redirected to a parent or sibling domain, or to a host that merely ends with the same text (notfoo.test)',
  ),
  'a-ipv6-zone-trick': client('Bracketed IPv6 host whose zone id ends in the trusted domain is not treated as a subdomain'),
  'a-http-to-https': portable('Authorization when redirected from http to https on the same host, default ports'),
  'a-http-to-https-nonstandard-port': portable(
    'Authorization when upgraded from http to https and either side has a non-default port',
  ),
  'a-https-to-http': portable('Authorization when redirected from https to http on the same host'),
  'a-same-port-other-scheme': portable('http://h:8443 to https://h:8443 counts as a different origin'),
  'a-default-port-explicit': portable('Adding or dropping :80 or :443 does not change the origin, so credentials stay'),
  'a-roundtrip-stays-stripped': portable('A to B to A: credentials removed at B must not come back on the return to A'),
  'a-proxy-authorization': portable('Proxy-Authorization set as a normal header is removed cross-origin'),
  'a-cookie-header': portable('Caller-set Cookie header is removed cross-origin'),
  'a-cookie-header-same-origin': portable('Caller-set Cookie header is kept on the same origin'),
  'a-cookie2-www-authenticate': portable('Cookie2 and WWW-Authenticate request headers are removed cross-origin'),
  'a-case-insensitive-names': portable('Stripping matches header names in any letter case'),
  'a-name-with-space-before-colon': client('A caller header written "Authorization : x" is removed too'),
  'a-session-default-dropped': portable(
    'Authorization placed in client-wide default headers is dropped cross-host and not re-added on the next hop',
  ),
  'a-basic-option-not-readded': portable('Credentials given through an auth option are not regenerated for another origin'),
  'a-url-userinfo-same-origin': portable('userinfo in the first URL is still used after a relative or same-origin redirect'),
  'a-url-userinfo-cross-host': portable(
    'userinfo in the first URL is not used for another host, even with the keep-credentials option',
  ),
  'a-location-userinfo-same-origin': portable('Location on the same origin carries user:password@, or only one of the two'),
  'a-location-userinfo-cross-origin': portable('Location on another origin carries user:password@'),
  'a-location-userinfo-override': client('Credentials in Location replace the credentials of the first request'),
  'a-location-empty-userinfo': client('Location of the form http://@host does not bring back earlier credentials'),
  'a-location-userinfo-special-chars': client(
    'Credentials with newline or hash characters survive a same-origin redirect unchanged',
  ),
  'a-netrc-per-host': portable(
    'netrc credentials are looked up again for the redirect host, and none are sent if it has no entry',
  ),
  'a-bearer-not-to-other-host': portable('OAuth2 bearer given as an option is not sent to a new host'),
  'a-bearer-not-to-other-protocol': portable(
    'Credentials are not handed to IMAP, FTP or another non-HTTP scheme reached through a redirect',
  ),
  'a-keep-option': client('Explicit option keeps credentials across hosts'),
  'a-digest-cross-origin': portable(
    'Digest challenge at a cross-origin redirect target is not answered with the first host credentials',
  ),
  'a-digest-same-origin': client(
    'Digest challenge after a same-origin redirect is answered and the retry counter starts at zero',
  ),
  'a-digest-post-302': client('Digest-authenticated POST that is then answered by 302'),
  'a-ntlm-follow': client('NTLM handshake combined with redirects continues on the correct connection'),
  'a-401-then-redirect-other-host': portable(
    '401, authenticator answers, then 3xx to another host: no Authorization there, and the authenticator is asked again if challenged',
  ),
  'a-host-header-is-origin': client('A caller-set Host header is used as the current host in the comparison'),
  'a-hook-url-change': client(
    'A before-redirect hook that moves the URL to another origin still triggers stripping; credentials the hook sets itself survive',
  ),
  'a-hook-username-only': client('When a hook sets only a user name the old password is not inherited'),
  'a-refuse-instead-of-strip': portable(
    'Manual Authorization or Cookie plus cross-site Location: 3xx is returned instead of being followed',
  ),
  'a-cors-credentials-xhr': browser('XHR withCredentials across same-origin and cross-origin redirect combinations'),
  'a-digest-nonce-count': client('Digest nonce count rises to 2 on the redirected request that reuses the nonce'),
  'a-second-hop-on-new-host': portable(
    'A to B to another path on B: the same-host second hop must not bring the credentials back',
  ),
} satisfies Rows;
