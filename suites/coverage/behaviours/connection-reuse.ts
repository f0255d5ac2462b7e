import { client, portable, type Rows } from './row.ts';

export const connectionReuseRows = {
  'cr-same-host-reused': client('Next hop on the same host reuses the connection'),
  'cr-slow-body-not-reused': client('Long or slow 3xx body makes the client open a new connection'),
  'cr-connection-close': portable('3xx with Connection: close (or no keep-alive) leads to a new connection'),
  'cr-half-close': portable('Server half-closes right after the 3xx'),
  'cr-first-pooled': client('Connection of the first server returns to the pool'),
  'cr-gzip-3xx': client('Gzip 3xx body is drained so the connection can be reused'),
  'cr-other-port-new': client('Redirect to another port uses another connection'),
  'cr-pool-released': client('Connection is released to the pool when preload is off'),
  'cr-socket-callbacks': client('Socket open and close callbacks pair up over hops'),
  'cr-event-sequence': client('Connection events of both hops come in a fixed order'),
  'cr-local-address-kept': client('Chosen local address is kept for later hops'),
  'cr-idn-reuse': client('Second IDN host with the same ASCII form reuses the connection'),
  'cr-dispatcher-bound': client('Client or Pool bound to one origin refuses a cross-origin redirect with a clear error'),
  'cr-old-response-destroyed': client('The first response is destroyed when the next hop starts'),
  'cr-priority-kept': client('Request priority carries over'),
  'cr-prereq-callback': client('Pre-request callback fires for each hop with the right addresses'),
  'cr-connect-override': client('A fixed connect-to address (IP or IP and port) also applies to the redirect target'),
} satisfies Rows;
