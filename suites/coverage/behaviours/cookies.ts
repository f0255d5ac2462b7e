import { browser, client, portable, type Rows } from './row.ts';

export const cookieRows = {
  'ck-set-on-3xx': portable('Set-Cookie on the 3xx is stored and sent on the next hop'),
  'ck-no-jar': client('Without a jar or agent, 3xx cookies are not merged into the next hop'),
  'ck-later-hop-overrides': portable('A later hop replaces a cookie set by an earlier hop'),
  'ck-deleted-on-redirect': portable('A 3xx that expires a cookie stops it being sent on the next hop'),
  'ck-path-domain-scope': portable('Path and host scoping is applied again at every hop'),
  'ck-user-header-no-duplicate': client('User Cookie header and jar cookie of one name are merged once, not duplicated'),
  'ck-jar-host-order': client('The jar is asked once per hop, in order, with the URL of that hop'),
  'ck-jar-not-other-host': portable('Jar cookies of host A are not sent to host B or another port when host-only'),
  'ck-secure-not-overwritten': portable('https to http to https: the plain-http hop cannot overwrite a Secure cookie'),
  'ck-request-param-persists': client('Cookies given per request (not in the jar) persist over redirects'),
  'ck-custom-jar-type': client('The type of a caller-supplied jar survives redirects'),
  'ck-follow-set-cookies-option': client(
    'An option decides whether cookies of a 3xx go to the next hop, and never to another host',
  ),
  'ck-hook-controls-cookie': client('A hook can drop the generated Cookie, and removing the jar leaves no stale Cookie'),
  'ck-cors-credentials': browser('Cookies on CORS redirects obey the credentials mode at each hop'),
  'ck-fresh-plus-user-same-host': client('User Cookie kept and fresh cookie added on a same-host redirect'),
  'ck-jar-beats-header': client('Jar cookie replaces a header cookie of the same name; other header cookies are kept'),
} satisfies Rows;
