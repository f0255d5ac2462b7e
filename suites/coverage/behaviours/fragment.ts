import { browser, client, portable, type Rows } from './row.ts';

export const fragmentRows = {
  'f-inherit': portable('Request URL has #a, Location has none: final URL keeps #a'),
  'f-location-wins': portable('Location fragment replaces the request fragment and carries over later hops'),
  'f-not-on-wire': portable('Fragment is never sent in the request target'),
  'f-not-in-absolute-form': portable('Fragment is not sent in absolute-form through a proxy'),
  'f-response-url-excludes': portable('response.url has no fragment after redirects'),
  'f-only-location': portable('Location made of only a fragment is a redirect to the same URL'),
  'f-subresource': browser('Subresource load with fragment through redirects keeps the right fragment'),
  'f-internal-redirect': client('Client-internal redirects (for example HSTS) keep the Location as given'),
} satisfies Rows;
