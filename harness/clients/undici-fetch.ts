import { fetch, type Dispatcher } from 'undici';
import { defineClient, fromFetch, type FetchLike } from '../client.ts';
import { dispatcherFor } from './undici-dispatcher.ts';
import { versionOf } from './version.ts';

const fetchLike = fetch as unknown as FetchLike;

const adapter = fromFetch('undici/fetch', versionOf('undici'), fetchLike);

const fetchThrough =
  (dispatcher: Dispatcher): FetchLike =>
  (url, init) =>
    fetchLike(url, { ...init, dispatcher } as RequestInit);

const isConfigured = (need: string): boolean => need === 'agent' || need === 'cache';

/** It speaks HTTP/2 with whoever offers it, asked or not. */
export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'agent', 'cache', 'http2'],
  open({ needs }) {
    if (!needs.some(isConfigured)) return adapter;
    const { dispatcher, close } = dispatcherFor(needs);
    return { ...fromFetch(adapter.name, adapter.version, fetchThrough(dispatcher)), close };
  },
});
