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
      statement: 'A response with no-store is not stored, be it a 301 or a 308.',
    },
    'rfc9111/stored-only-with-a-reason': {
      section: '3',
      level: 'MUST NOT',
      statement: 'A 302, 303 or 307 without explicit freshness, and not marked as cacheable, is not stored.',
    },
    'rfc9111/reused-only-if-it-fits': {
      section: '4',
      level: 'MUST NOT',
      statement:
        'A stored response is not reused unless its URI and method fit the request and it is fresh, validated, or allowed to be stale.',
    },
    'rfc9111/unsafe-goes-through': {
      section: '4',
      level: 'MUST',
      statement: 'A request with an unsafe method goes through to the origin server before the cache answers it.',
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
    'rfc9111/unsafe-invalidates-target': {
      section: '4.4',
      level: 'MUST',
      statement: 'An unsafe request that is answered without error, by a 3xx too, invalidates what is stored for its URI.',
    },
    'rfc9111/location-may-be-invalidated': {
      section: '4.4',
      level: 'MAY',
      statement: 'An unsafe request that is answered without error may invalidate what is stored for the URI in its Location.',
    },
    'rfc9111/no-invalidation-across-origins': {
      section: '4.4',
      level: 'MUST NOT',
      statement: 'A response invalidates nothing that belongs to another origin than its own.',
    },
  },
);
