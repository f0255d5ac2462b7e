import { Agent, fetch, type Dispatcher } from 'undici';
import { defineClient, fromFetch, type ClientSession, type FetchLike } from '../client.ts';
import { versionOf } from './version.ts';

const fetchLike = fetch as unknown as FetchLike;

const adapter = fromFetch('undici/fetch', versionOf('undici'), fetchLike);

function through(dispatcher: Dispatcher): ClientSession {
  const { send } = fromFetch(adapter.name, adapter.version, (url, init) =>
    fetchLike(url, { ...init, dispatcher } as RequestInit),
  );
  return { send, close: () => dispatcher.destroy() };
}

/** It speaks HTTP/2 with whoever offers it, asked or not. */
export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'agent', 'http2'],
  open: ({ needs }) => (needs.includes('agent') ? through(new Agent({ connections: 1 })) : adapter),
});
