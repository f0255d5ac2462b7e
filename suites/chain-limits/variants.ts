import type { Call } from '../vocabulary/call.ts';
import type { OriginName } from '../vocabulary/origin.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

/** How the redirects and the call of a chain differ from those of a GET on one host, redirected by 302. */
export interface Variant {
  readonly name: string;
  readonly title: string;
  readonly status?: RedirectStatus;
  /** The origins that take turns. */
  readonly origins?: readonly [OriginName, ...OriginName[]];
  readonly call?: Partial<Call>;
}

const body = 'name=Zoë';

/** A limit applies to every method, status and origin. */
export const variants: readonly Variant[] = [
  { name: 'post', title: 'POST, redirected by 307', status: 307, call: { method: 'POST', body } },
  { name: 'put', title: 'PUT, redirected by 308', status: 308, call: { method: 'PUT', body } },
  { name: 'head', title: 'HEAD', call: { method: 'HEAD' } },
  { name: '301', title: 'GET, redirected by 301', status: 301 },
  { name: '303', title: 'GET, redirected by 303', status: 303 },
  { name: 'https', title: 'GET over https', origins: ['home-tls'] },
  { name: 'two-hosts', title: 'GET, redirected from host to host', origins: ['home', 'other'] },
];
