import { client, portable, type Rows } from './row.ts';

export const errorHandlingRows = {
  'e-refused': portable('Redirect to a closed port rejects with the connection error'),
  'e-during-target-body': portable('Connection broken in the target body is reported'),
  'e-hook-throws': client('A hook that throws or rejects aborts the chain with that error'),
  'e-policy-error-with-response': client('Policy error returns the last response too'),
  'e-500-after-redirect': client('5xx at the target is not retried from the first URL'),
  'e-retry-interplay': client('Retries and redirects keep separate counts and work together'),
  'e-retry-after-on-3xx': portable('Retry-After on a 3xx is obeyed before following'),
  'e-retry-after-later-hop': client('Retry-After value of an earlier hop is reset by a later hop'),
  'e-backoff-reset': client('Back-off counter is reset after a redirect'),
  'e-error-shape': portable('Error code and cause name the redirect failure'),
  'e-401-counted': client('401 challenge handled as a redirect does not change the count'),
  'e-response-closed-on-exception': client('Exception while building the next request closes the response'),
  'e-illegal-address': portable('Illegal redirect address gives a clear error'),
  'e-4xx-5xx-at-target': portable('4xx or 5xx at the target is returned or raised as without a redirect'),
  'e-hook-type': client('Hook of the wrong type is ignored or refused'),
  'e-eventsource-204': portable('EventSource redirected to 204 stops reconnecting'),
} satisfies Rows;
