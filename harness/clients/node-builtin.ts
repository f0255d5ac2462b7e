import http from 'node:http';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import { defineClient, fromFetch, toProxyEnvironment } from '../adapter/index.ts';
import { opened } from './support/platform-apis.ts';

const adapter = fromFetch('node/fetch', process.versions.node, fetch);

/** What versions of Node.js learned. From undici 8 on, fetch speaks HTTP/2 with every origin that offers it, also without being asked. */
const learned: Readonly<Partial<Record<Capability, boolean>>> = {
  http2: Number.parseInt(process.versions['undici'] ?? '0', 10) >= 8,
  proxy: typeof http.setGlobalProxyFromEnv === 'function',
  websocket: typeof globalThis.WebSocket === 'function',
};

export default defineClient({
  ...adapter,
  capabilities: [
    ...(adapter.capabilities ?? []),
    ...(Object.keys(learned) as Capability[]).filter((capability) => learned[capability]),
  ],
  async send({ proxy, through, ...request }, options) {
    if (through) return opened(new WebSocket(request.url), options.signal);
    const restore = proxy && http.setGlobalProxyFromEnv(toProxyEnvironment(proxy));
    try {
      return await adapter.send(request, options);
    } finally {
      restore?.();
    }
  },
});
