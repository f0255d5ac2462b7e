import http from 'node:http';
import {
  type Client,
  type ClientRequest,
  fromFetch,
  type FetchLike,
  type Send,
  toProxyEnvironment,
} from '../../adapter/index.ts';
import { isNode, thisRuntime } from '../../this-runtime.ts';
import type { Capability } from '../../../suites/vocabulary/capability.ts';

/** What versions of Node.js learned. From undici 8 on, fetch speaks HTTP/2 with every origin that offers it, also without being asked. */
const learnedByNode = (): readonly Capability[] => [
  ...(Number.parseInt(process.versions['undici'] ?? '0', 10) >= 8 ? (['http2'] as const) : []),
  ...(typeof http.setGlobalProxyFromEnv === 'function' ? (['proxy'] as const) : []),
];

/** The fetch of Deno speaks HTTP/2 too. Elsewhere the proxies of Node.js are for its own modules only. */
const learned = isNode ? learnedByNode() : thisRuntime.name === 'deno' ? (['http2'] as const) : [];

/** A client that sends by the built-in fetch goes through proxies and speaks HTTP/2 as that does. */
export const overPlatformFetch = (client: Client): Client => ({
  ...client,
  capabilities: [...(client.capabilities ?? []), ...learned],
  async send({ proxy, ...request }, options) {
    const restore = proxy && http.setGlobalProxyFromEnv(toProxyEnvironment(proxy));
    try {
      return await client.send(request, options);
    } finally {
      restore?.();
    }
  },
});

/** What a wrapper of fetch is given for the query, if anything. */
type Query = ClientRequest['query'];

/** A client that wraps the built-in fetch and has an option for the query. */
export function wrapperOfFetch(name: string, version: string, fetchWith: (query: Query) => FetchLike): Client {
  const send: Send = ({ query, ...request }, options) => fromFetch(name, version, fetchWith(query)).send(request, options);
  const { capabilities = [] } = fromFetch(name, version, fetchWith(undefined));
  return overPlatformFetch({ name, version, capabilities: [...capabilities, 'query'], send });
}
