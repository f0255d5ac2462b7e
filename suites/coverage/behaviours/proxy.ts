import { client, portable, type Rows } from './row.ts';

export const proxyRows = {
  'px-per-hop': client('Proxy choice (environment, no_proxy, selector) is evaluated again for each hop'),
  'px-all-hops': client('Fixed proxy also carries every redirected request (SSRF guard)'),
  'px-hook-and-proxy': client('User before-redirect hook and proxy handling work together'),
  'px-absolute-form': portable('Absolute-form target with relative and absolute Location resolves properly'),
  'px-auth-kept-same-proxy': client('Proxy credentials stay for the same proxy'),
  'px-auth-not-leaked': client('Proxy credentials are not sent to another proxy after a scheme change'),
  'px-tunnel-redirect': client('Redirect between tunnelled and plain targets keeps tunnel rules'),
  'px-cross-host-strip': portable('Cross-host credential stripping works through a proxy'),
  'px-upgrade-connect': client('http to https redirect behind a proxy switches to CONNECT'),
  'px-auth-state-reset': client('Proxy auth state is reset when the route changes'),
  'px-netrc': client('netrc for the proxy does not reach the redirect host'),
} satisfies Rows;
