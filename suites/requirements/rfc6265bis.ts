import { defineRequirements } from './define.ts';

/** Cookies, for clients that have a jar: the draft that replaces RFC 6265, in its revision 22. */
export const rfc6265bis = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 6265bis',
    url: (section) => `https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-${section}`,
  },
  {
    'rfc6265bis/several-set-cookie-fields': {
      section: '3',
      level: 'definition',
      statement: 'One response can have several Set-Cookie fields; each sets a cookie of its own.',
    },
    'rfc6265bis/same-site-by-current-url': {
      section: '5.2',
      level: 'definition',
      statement:
        'Whether a request is same-site is up to its own URL and its initiator, not to the URLs that the chain came through.',
    },
    'rfc6265bis/set-cookie-of-any-response': {
      section: '5.3',
      level: 'SHOULD',
      statement:
        'Set-Cookie is processed in every response but a 1xx, redirects included, unless a policy of the user agent forbids it.',
    },
    'rfc6265bis/set-cookie-parsed': {
      section: '5.6',
      level: 'MUST',
      statement: 'Every Set-Cookie field that is not ignored as a whole is parsed as a cookie.',
    },
    'rfc6265bis/foreign-domain-ignored': {
      section: '5.7',
      level: 'MUST',
      statement: 'A cookie is ignored if its Domain does not cover the host that sets it.',
    },
    'rfc6265bis/expired-is-evicted': {
      section: '5.7',
      level: 'MUST',
      statement: 'An expired cookie is removed; one that a redirect expires is missing from the next request.',
    },
    'rfc6265bis/one-cookie-field': {
      section: '5.8.1',
      level: 'MUST NOT',
      statement: 'A request has no more than one Cookie field.',
    },
    'rfc6265bis/cookie-from-the-store': {
      section: '5.8.1',
      level: 'MUST',
      statement: 'A Cookie field that the client generates is computed from the cookie store for the URI of that very request.',
    },
    'rfc6265bis/cookie-to-its-host': {
      section: '5.8.3',
      level: 'MUST',
      statement: 'A cookie is sent only to the host that set it or, if it has a Domain, to the hosts of that domain.',
    },
    'rfc6265bis/cookie-under-its-path': {
      section: '5.8.3',
      level: 'MUST',
      statement: 'A cookie is sent only with requests under its path.',
    },
    'rfc6265bis/secure-cookie-over-https': {
      section: '5.8.3',
      level: 'MUST',
      statement: 'A Secure cookie is sent only over a secure connection.',
    },
    'rfc6265bis/ports-make-no-difference': {
      section: '8.5',
      level: 'definition',
      statement: 'Cookies know no ports: what a service at one port sets is sent to the other ports of the host.',
    },
  },
);
