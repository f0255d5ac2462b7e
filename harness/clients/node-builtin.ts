import { defineClient, fromFetch } from '../client.ts';

const adapter = fromFetch('node/fetch', process.versions.node, fetch);

/** It speaks HTTP/2 with whoever offers it, asked or not. */
export default defineClient({ ...adapter, capabilities: [...(adapter.capabilities ?? []), 'http2'] });
