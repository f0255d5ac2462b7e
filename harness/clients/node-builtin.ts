import { defineClient, fromFetch } from '../adapter/index.ts';
import { thisRuntime } from '../this-runtime.ts';
import { opened } from './support/platform-apis.ts';
import { overPlatformFetch } from './support/platform-fetch.ts';

const adapter = overPlatformFetch(fromFetch(`${thisRuntime.name}/fetch`, thisRuntime.version, fetch));

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), ...(typeof WebSocket === 'function' ? (['websocket'] as const) : [])],
  async send({ through, ...request }, options) {
    return through ? opened(new WebSocket(request.url), options.signal) : adapter.send(request, options);
  },
});
