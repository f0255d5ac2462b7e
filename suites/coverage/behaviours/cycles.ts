import { browser, client, portable, type Rows } from './row.ts';

export const cycleRows = {
  'cy-self': portable('A URL that redirects to itself ends with an error after the limit'),
  'cy-two': portable('Two URLs that redirect to each other end with an error'),
  'cy-circular-detection': portable('A repeated URL is refused at once, before the limit'),
  'cy-state-change-self': portable('Self-redirect that sets a cookie and then succeeds must work'),
  'cy-post-303-same-url': portable('POST answered by 303 to the same URL is followed as GET'),
  'cy-three-selfs-then-200': portable('A few self redirects then 200'),
  'cy-header-dependent': portable('Same URL answering differently by Host or state is not a cycle'),
  'cy-xhr-infinite': browser('XHR through infinite redirects ends in an error event'),
  'cy-key-method-body': client('What counts as the same request (URL, method, headers)'),
} satisfies Rows;
