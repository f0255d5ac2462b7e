import { defineRequirements } from './define.ts';

/** Cookies, for clients that have a jar: the draft that replaces RFC 6265, in its revision 22. */
export const rfc6265bis = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 6265bis',
    url: (section) =>
      `https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-${section.replace(/, .*/, '')}`,
  },
  {
    'rfc6265bis/several-set-cookie-fields': {
      section: '3',
      level: 'definition',
      statement: 'One response can have several Set-Cookie fields; each sets its own cookie.',
    },
    'rfc6265bis/same-site-by-current-url': {
      section: '5.2',
      level: 'definition',
      statement: 'Whether a request is same-site depends on its own URL and its initiator, not on the other URLs of the chain.',
    },
    'rfc6265bis/set-cookie-of-any-response': {
      section: '5.3',
      level: 'SHOULD',
      statement:
        'Set-Cookie is processed in every response except a 1xx, including redirects, unless a policy of the user agent forbids it.',
    },
    'rfc6265bis/prefixes-ignore-case': {
      section: '5.4',
      level: 'MUST',
      statement: 'The prefixes __Secure- and __Host- of a name are case-insensitive.',
    },
    'rfc6265bis/set-cookie-parsed': {
      section: '5.6',
      level: 'MUST',
      statement: 'Every Set-Cookie field that is not ignored as a whole is parsed as a cookie.',
    },
    'rfc6265bis/escapes-not-decoded': {
      section: '5.6',
      level: 'MUST NOT',
      statement: 'Octets that look percent-encoded are not decoded; the cookie has them as they are.',
    },
    'rfc6265bis/nameless-cookie': {
      section: '5.6',
      level: 'MUST',
      statement:
        'A Set-Cookie whose name is empty, or that has no = at all, sets a cookie without a name; it is sent as its bare value.',
    },
    'rfc6265bis/unknown-attributes-ignored': {
      section: '5.6',
      level: 'MUST',
      statement: 'Attributes that are unknown, or have an invalid value, are ignored individually; the cookie is kept.',
    },
    'rfc6265bis/4096-octets': {
      section: '5.6, step 5',
      level: 'MUST',
      statement: 'A cookie whose name and value are together longer than 4096 octets is ignored.',
    },
    'rfc6265bis/max-age-outranks-expires': {
      section: '5.7, step 6',
      level: 'MUST',
      statement: 'If a cookie has both Max-Age and Expires, Max-Age applies.',
    },
    'rfc6265bis/public-suffix-refused': {
      section: '5.7, step 9',
      level: 'SHOULD',
      statement:
        'A user agent that is configured to reject public suffixes ignores a cookie for one, such as a top-level domain. By section 8.9 it uses an up-to-date list of them whenever possible, which is a SHOULD.',
    },
    'rfc6265bis/foreign-domain-ignored': {
      section: '5.7, step 10',
      level: 'MUST',
      statement: 'A cookie is ignored if its Domain does not cover the host that sets it.',
    },
    'rfc6265bis/refused-cookie-is-ignored': {
      section: '5.7',
      level: 'MUST',
      statement:
        'If a cookie is not acceptable, the cookie is ignored entirely. That the response stays valid is an inference: the steps name no other consequence.',
    },
    'rfc6265bis/secure-cookie-set-over-https': {
      section: '5.7, step 13',
      level: 'MUST',
      statement: 'A Secure cookie is ignored if it arrives over a connection that is not secure.',
    },
    'rfc6265bis/secure-cookie-left-alone': {
      section: '5.7, step 16',
      level: 'MUST',
      statement: 'A connection that is not secure can neither replace nor overlay a Secure cookie.',
    },
    'rfc6265bis/secure-prefix': {
      section: '5.7, step 20',
      level: 'MUST',
      statement: 'A cookie whose name begins with __Secure- is ignored unless it is Secure.',
    },
    'rfc6265bis/host-prefix': {
      section: '5.7, step 21',
      level: 'MUST',
      statement: 'A cookie whose name begins with __Host- is ignored unless it is Secure, has no Domain, and Path=/.',
    },
    'rfc6265bis/same-cookie-replaced': {
      section: '5.7, step 23',
      level: 'MUST',
      statement: 'A cookie replaces the one of the same name, domain and path.',
    },
    'rfc6265bis/expired-is-evicted': {
      section: '5.7',
      level: 'MUST',
      statement: 'An expired cookie is removed; a cookie that a redirect expires is not in the next request.',
    },
    'rfc6265bis/cookie-from-the-store': {
      section: '5.8.1',
      level: 'MUST',
      statement: 'A Cookie field that the client generates is computed from the cookie store for the URI of the same request.',
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
    'rfc6265bis/longer-paths-first': {
      section: '5.8.3',
      level: 'SHOULD',
      statement: 'Cookies are sent in order: those with longer paths first, then those set earlier.',
    },
    'rfc6265bis/fifty-cookies': {
      section: '6.1',
      level: 'SHOULD',
      statement: 'A user agent can store at least 50 cookies of one domain.',
    },
    'rfc6265bis/ports-make-no-difference': {
      section: '8.5',
      level: 'definition',
      statement:
        'Cookies are not isolated by port: a cookie that a service on one port sets is sent to the other ports of the host.',
    },
  },
);
