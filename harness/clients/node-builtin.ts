import { setGlobalProxyFromEnv } from 'node:http';
import { defineClient, fromFetch, toEnvironment } from '../client.ts';
import { opened } from './platform-apis.ts';

const adapter = fromFetch('node/fetch', process.versions.node, fetch);

/** It speaks HTTP/2 with whoever offers it, asked or not. */
export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'http2', 'proxy', 'websocket'],
  async send({ proxy, through, ...request }, options) {
    if (through) return opened(new WebSocket(request.url), options.signal);
    const restore = proxy && setGlobalProxyFromEnv(toEnvironment(proxy));
    try {
      return await adapter.send(request, options);
    } finally {
      restore?.();
    }
  },
});
