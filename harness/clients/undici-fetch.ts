import type { Dispatcher } from 'undici';
import { type ClientSession, defineClient, fromFetch } from '../adapter/index.ts';
import { EventSourceError, firstMessage, opened } from './support/platform-apis.ts';
import { proxyDispatcher } from './support/proxy-dispatcher.ts';
import {
  askingForTokens,
  certificateDispatcher,
  dispatcherFor,
  socketDispatcher,
  socksDispatcher,
} from './support/undici-dispatcher.ts';
import { fetchThrough, getGlobalDispatcher, later, networkCapabilities, present, undiciVersion } from './support/undici.ts';

const { EventSource, WebSocket } = later;

/** Without a dispatcher, requests go through the global one: the default. */
const sendingThrough = (network?: Dispatcher): ClientSession => ({
  send({ proxy, socksProxy, unixSocket, clientCertificate, tokenProvider, through, ...request }, options) {
    if (through === 'event-source') return firstMessage(new (present(EventSource))(request.url), options.signal);
    if (through === 'websocket') return opened(new (present(WebSocket))(request.url), options.signal);
    const direct = clientCertificate ? certificateDispatcher(clientCertificate) : network;
    const configured = socksProxy ? socksDispatcher(socksProxy) : direct;
    const dispatcher = unixSocket ? socketDispatcher(unixSocket) : proxy ? proxyDispatcher(proxy) : configured;
    const asking = tokenProvider && (dispatcher ?? getGlobalDispatcher()).compose(askingForTokens(tokenProvider));
    return fromFetch('undici/fetch', undiciVersion, fetchThrough(asking ?? dispatcher)).send(request, options);
  },
});

const isConfigured = (need: string): boolean => need === 'agent' || need === 'cache';

const adapter = fromFetch('undici/fetch', undiciVersion, fetchThrough());
const plain = sendingThrough();

/** From version 8 on it speaks HTTP/2 with every origin that offers it, also without being asked. */
export default defineClient({
  ...adapter,
  ...plain,
  capabilities: [
    ...(adapter.capabilities ?? []),
    ...networkCapabilities,
    ...(EventSource ? (['event-source'] as const) : []),
    ...(WebSocket ? (['websocket'] as const) : []),
  ],
  // An event source reconnects after a connection that broke off, and after nothing else.
  errors: { connection: (error) => error instanceof EventSourceError && error.willReconnect },
  open({ needs }) {
    if (!needs.some(isConfigured)) return plain;
    const { dispatcher, close } = dispatcherFor(needs);
    return { ...sendingThrough(dispatcher), close };
  },
});
