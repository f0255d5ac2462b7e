import { defineRequirements } from './define.ts';

/** The QUERY method: safe like GET, with content like POST. */
export const rfc10008 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 10008',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc10008.html#section-${section}`,
  },
  {
    'rfc10008/query-is-safe': {
      section: '2',
      level: 'definition',
      statement: 'QUERY is safe and idempotent: it can be repeated automatically.',
    },
    'rfc10008/2xx-location-is-no-redirect': {
      section: '2.4',
      level: 'definition',
      statement: 'Location in a 2xx answer to QUERY names a resource that a later GET may use; it is not a redirect.',
    },
    'rfc10008/query-is-repeated': {
      section: '2.5',
      level: 'definition',
      statement: '301, 302, 307 and 308 invite the client to send a similar QUERY to the new URI.',
    },
    'rfc10008/query-is-not-post': {
      section: '2.5',
      level: 'definition',
      statement: 'The permission to turn POST into GET after a 301 or 302 does not extend to QUERY.',
    },
    'rfc10008/303-becomes-get': {
      section: '2.5',
      level: 'definition',
      statement: '303 means that the result of the query can be retrieved with a GET to the new URI.',
    },
    'rfc10008/content-is-part-of-the-key': {
      section: '2.7',
      level: 'MUST',
      statement: 'The key under which a cache stores the response to a QUERY includes the content of the request.',
    },
  },
);
