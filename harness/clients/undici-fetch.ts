import { Agent, fetch, interceptors } from 'undici';
import { defineClient, fromFetch, type FetchLike } from '../client.ts';
import { versionOf } from './version.ts';

const fetchLike = fetch as unknown as FetchLike;
const agent = new Agent();
const adapter = fromFetch('undici/fetch', versionOf('undici'), fetchLike);

/** The same, its requests going through a cache: fetch follows the redirects, so that each of them passes through it. */
function caching(): typeof adapter {
  const dispatcher = agent.compose(interceptors.cache());
  const withCache: FetchLike = (url, init) => fetchLike(url, { ...init, dispatcher } as RequestInit);
  return fromFetch(adapter.name, adapter.version, withCache);
}

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'cache'],
  open: ({ needs }) => (needs.includes('cache') ? caching() : adapter),
});
