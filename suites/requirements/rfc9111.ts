import { defineRequirements } from './define.ts';

/** HTTP Caching; for clients that have a cache. */
export const rfc9111 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 9111',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc9111.html#section-${section}`,
  },
  {
    'rfc9111/redirects-can-be-stored': {
      section: '2',
      level: 'definition',
      statement: 'A cache can store redirects like other results.',
    },
    'rfc9111/no-store-not-stored': {
      section: '3',
      level: 'MUST NOT',
      statement: 'A response with no-store is not stored, even if it is a 301 or a 308.',
    },
    'rfc9111/stored-only-with-a-reason': {
      section: '3',
      level: 'MUST NOT',
      statement: 'A 302, 303 or 307 without explicit freshness, and not marked as cacheable, is not stored.',
    },
    'rfc9111/authorization-in-shared-caches': {
      section: '3.5',
      level: 'MUST NOT',
      statement:
        'A shared cache does not reuse the answer to a request with Authorization unless the answer allows it, by public for example; a private cache may.',
    },
    'rfc9111/reused-only-if-it-fits': {
      section: '4',
      level: 'MUST NOT',
      statement:
        'A stored response is not reused unless its URI and method match the request and it is fresh, validated, or allowed to be stale.',
    },
    'rfc9111/unsafe-goes-through': {
      section: '4',
      level: 'MUST',
      statement: 'A request with an unsafe method is forwarded to the origin server before the cache answers it.',
    },
    'rfc9111/vary-selects': {
      section: '4.1',
      level: 'MUST NOT',
      statement: 'A stored response with Vary is not reused unless the fields that it names are the same in both requests.',
    },
    'rfc9111/vary-star-never-fits': {
      section: '4.1',
      level: 'definition',
      statement: 'A stored response with Vary: * matches no other request.',
    },
    'rfc9111/fresh-is-reused': {
      section: '4.2',
      level: 'definition',
      statement: 'A stored response that is fresh can answer later requests without contacting the origin server.',
    },
    'rfc9111/heuristic-freshness': {
      section: '4.2.2',
      level: 'MAY',
      statement: 'A cache may estimate the freshness of a response that has no explicit expiry, if its status code allows it.',
    },
    'rfc9111/age-counts': {
      section: '4.2.3',
      level: 'definition',
      statement: 'The age of a response starts at the value of its Age field, and is subtracted from its freshness lifetime.',
    },
    'rfc9111/stale-not-reused': {
      section: '4.2.4',
      level: 'MUST NOT',
      statement:
        'A stale response is not reused without validation, unless the cache is disconnected, or the client or the server allows it.',
    },
    'rfc9111/confirmed-is-reused': {
      section: '4.3.3',
      level: 'definition',
      statement: 'A 304 in answer to the conditions of the cache means that the stored response can be updated and reused.',
    },
    'rfc9111/full-answer-is-used': {
      section: '4.3.3',
      level: 'MUST',
      statement:
        'A full response to the conditions of the cache means that no stored response is suitable; the caller gets the full response.',
    },
    'rfc9111/unsafe-invalidates-target': {
      section: '4.4',
      level: 'MUST',
      statement: 'An unsafe request that is answered without error, also by a 3xx, invalidates the stored responses for its URI.',
    },
    'rfc9111/location-may-be-invalidated': {
      section: '4.4',
      level: 'MAY',
      statement:
        'An unsafe request that is answered without error may invalidate the stored responses for the URI in its Location.',
    },
    'rfc9111/no-invalidation-across-origins': {
      section: '4.4',
      level: 'MUST NOT',
      statement: 'A response does not invalidate stored responses of another origin.',
    },
    'rfc9111/no-cache-is-validated': {
      section: '5.2.2.4',
      level: 'MUST NOT',
      statement: 'A response with no-cache is not reused unless the origin server has confirmed it.',
    },
    'rfc9111/invalid-expires-is-past': {
      section: '5.3',
      level: 'MUST',
      statement: 'An Expires that is not a valid date, such as 0, means a time in the past.',
    },
    'rfc9111/max-age-outweighs-expires': {
      section: '5.3',
      level: 'MUST',
      statement: 'If there is a max-age, Expires is ignored.',
    },
  },
);
