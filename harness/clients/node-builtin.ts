import { setGlobalProxyFromEnv } from 'node:http';
import { defineClient, fromFetch, toProxyEnvironment } from '../adapter/index.ts';
import { opened } from './support/platform-apis.ts';

const adapter = fromFetch('node/fetch', process.versions.node, fetch);

/** It speaks HTTP/2 with every origin that offers it, also without being asked. */
export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'http2', 'proxy', 'websocket'],
  async send({ proxy, through, ...request }, options) {
    if (through) return opened(new WebSocket(request.url), options.signal);
    const restore = proxy && setGlobalProxyFromEnv(toProxyEnvironment(proxy));
    try {
      return await adapter.send(request, options);
    } finally {
      restore?.();
    }
  },
});
