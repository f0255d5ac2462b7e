import { EventSource, fetch, FormData as UndiciFormData, getGlobalDispatcher, WebSocket, type Dispatcher } from 'undici';
import { type ClientSession, defineClient, type FetchLike, fromFetch } from '../adapter/index.ts';
import { EventSourceError, firstMessage, opened } from './support/platform-apis.ts';
import { proxyDispatcher } from './support/proxy-dispatcher.ts';
import {
  askingForTokens,
  certificateDispatcher,
  dispatcherFor,
  socketDispatcher,
  socksDispatcher,
} from './support/undici-dispatcher.ts';
import { versionOf } from './support/version.ts';

const version = versionOf('undici');

/** undici sends only a FormData of its own as a form; that of Node.js it would turn into the text `[object FormData]`. */
function ofUndici(body: unknown): unknown {
  if (!(body instanceof FormData)) return body;
  const form = new UndiciFormData();
  for (const [name, value] of body) form.append(name, value);
  return form;
}

const fetchThrough = (dispatcher: Dispatcher | undefined): FetchLike => {
  const through = dispatcher && { dispatcher };
  return (url, init) =>
    (fetch as unknown as FetchLike)(url, { ...init, ...(init.body && { body: ofUndici(init.body) as BodyInit }), ...through });
};

/** Without a dispatcher, requests go through the global one: the default. */
const sendingThrough = (network?: Dispatcher): ClientSession => ({
  send({ proxy, socksProxy, unixSocket, clientCertificate, tokenProvider, through, ...request }, options) {
    if (through === 'event-source') return firstMessage(new EventSource(request.url), options.signal);
    if (through === 'websocket') return opened(new WebSocket(request.url), options.signal);
    const direct = clientCertificate ? certificateDispatcher(clientCertificate) : network;
    const configured = socksProxy ? socksDispatcher(socksProxy) : direct;
    const dispatcher = unixSocket ? socketDispatcher(unixSocket) : proxy ? proxyDispatcher(proxy) : configured;
    const asking = tokenProvider && (dispatcher ?? getGlobalDispatcher()).compose(askingForTokens(tokenProvider));
    return fromFetch('undici/fetch', version, fetchThrough(asking ?? dispatcher)).send(request, options);
  },
});

const isConfigured = (need: string): boolean => need === 'agent' || need === 'cache';

const adapter = fromFetch('undici/fetch', version, fetchThrough(undefined));
const plain = sendingThrough();

/** It speaks HTTP/2 with every origin that offers it, also without being asked. */
export default defineClient({
  ...adapter,
  ...plain,
  capabilities: [
    ...(adapter.capabilities ?? []),
    'agent',
    'cache',
    'http2',
    'proxy',
    'socks-proxy',
    'unix-socket',
    'client-certificate',
    'token-provider',
    'event-source',
    'websocket',
  ],
  // An event source reconnects after a connection that broke off, and after nothing else.
  errors: { connection: (error) => error instanceof EventSourceError && error.willReconnect },
  open({ needs }) {
    if (!needs.some(isConfigured)) return plain;
    const { dispatcher, close } = dispatcherFor(needs);
    return { ...sendingThrough(dispatcher), close };
  },
});
