import { EventSource, fetch, WebSocket, type Dispatcher } from 'undici';
import { defineClient, fromFetch, type ClientSession, type FetchLike } from '../client.ts';
import { firstMessage, opened } from './platform-apis.ts';
import { proxyDispatcher } from './proxy-dispatcher.ts';
import { dispatcherFor } from './undici-dispatcher.ts';
import { versionOf } from './version.ts';

const version = versionOf('undici');

const fetchThrough = (dispatcher: Dispatcher | undefined): FetchLike => {
  const through = dispatcher && { dispatcher };
  return (url, init) => (fetch as unknown as FetchLike)(url, { ...init, ...through });
};

/** Without a dispatcher requests go through the global one, as by default. */
const sendingThrough = (network?: Dispatcher): ClientSession => ({
  send({ proxy, through, ...request }, options) {
    if (through === 'event-source') return firstMessage(new EventSource(request.url), options.signal);
    if (through === 'websocket') return opened(new WebSocket(request.url), options.signal);
    const dispatcher = proxy ? proxyDispatcher(proxy) : network;
    return fromFetch('undici/fetch', version, fetchThrough(dispatcher)).send(request, options);
  },
});

const isConfigured = (need: string): boolean => need === 'agent' || need === 'cache';

const adapter = fromFetch('undici/fetch', version, fetchThrough(undefined));
const plain = sendingThrough();

/** It speaks HTTP/2 with whoever offers it, asked or not. */
export default defineClient({
  ...adapter,
  ...plain,
  capabilities: [...(adapter.capabilities ?? []), 'agent', 'cache', 'http2', 'proxy', 'event-source', 'websocket'],
  open({ needs }) {
    if (!needs.some(isConfigured)) return plain;
    const { dispatcher, close } = dispatcherFor(needs);
    return { ...sendingThrough(dispatcher), close };
  },
});
