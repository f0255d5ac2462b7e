import { browser, client, portable, type Rows } from './row.ts';

export const cachingRows = {
  'ca-301-cached': portable('301 may be reused by default and with max-age'),
  'ca-302-307-explicit': portable('302 and 307 are reused only with explicit freshness'),
  'ca-302-307-none': portable('302 and 307 without freshness are not stored'),
  'ca-308': portable('308 is reused by default'),
  'ca-303': portable('303 with explicit freshness'),
  'ca-300': portable('300 is never freshened by age in the cache'),
  'ca-stale-not-reused': portable('Stale 3xx is not reused without validation'),
  'ca-hit-follows': portable('Cached redirect is followed and marked as from cache'),
  'ca-error-mode-still-caches': client('redirect:error stores the 3xx although the call rejects'),
  'ca-redirect-to-cached-result': portable('Network redirect to a target that is already cached'),
  'ca-secure-cross-protocol': client('Cached https redirect and cross-protocol redirect keep their handshake data'),
  'ca-post-target-as-get': client('Target of a POST redirect is cached as GET'),
  'ca-only-if-cached': browser('only-if-cached follows cached same-origin redirects and rejects cross-origin'),
  'ca-heuristic-none': portable('No heuristic freshness for redirects lacking max-age'),
  'ca-forced-not-cached': client('Redirect injected by the client itself is not stored'),
  'ca-unsafe-invalidates-location': portable('Unsafe method success invalidates the URL in Location'),
  'ca-query-separate': portable('QUERY and GET redirects to one URL are stored apart'),
  'ca-snapshot-recording': client('Recorder and playback of responses reproduce redirect chains'),
  'ca-content-location-no-populate': portable('Content-Location does not populate another URL'),
  'ca-module-cache': client('Module cache records the redirect and resolves later imports'),
} satisfies Rows;
