import { client, portable, type Rows } from './row.ts';

export const timeoutAbortRows = {
  'to-whole-chain': client('One deadline covers the sum of all hops'),
  'to-xhr-not-reset': portable('XHR timeout is not restarted by a redirect'),
  'to-final-hop': portable('Timeout while waiting for the final response is reported'),
  'to-timer-cleared': client('Timers of an earlier hop are cleared and do not fire later'),
  'to-no-more-requests': portable('After timeout or abort no further hop is sent'),
  'to-slow-new-connection': client('Deadline includes connecting to the redirect host'),
  'ab-during-redirect': portable('Abort between the 3xx and the next response rejects with AbortError'),
  'ab-body-after-redirect': portable('Abort while reading the redirected body rejects'),
  'ab-signal-listener-removed': portable('Abort listeners are removed after redirects'),
  'ab-context-propagated': client('Cancellation context is passed to later requests'),
  'ab-in-callback': client('Cancelling from inside the redirect callback stops the chain'),
  'ab-dispose-client': client('Disposing the client aborts in-flight redirected requests'),
  'ab-hanging-3xx-body': portable('3xx whose body never ends does not stall the next hop'),
} satisfies Rows;
