import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Dispatcher } from 'undici';
import {
  type Client,
  type ClientSession,
  defineClient,
  fieldsOf,
  inShape,
  toHeadersObject,
  unwatched,
} from '../../adapter/index.ts';
import type { Capability } from '../../../suites/vocabulary/capability.ts';
import { proxyDispatcher } from './proxy-dispatcher.ts';
import { askingForTokens, certificateDispatcher, dispatcherFor, socketDispatcher, socksDispatcher } from './undici-dispatcher.ts';
import { later, networkCapabilities, present, request as send, undiciVersion } from './undici.ts';

/** The interceptor follows nothing without a limit; this is the limit of the Fetch Standard. */
const LIMIT = 20;

/** Before version 4.2 a body was only a stream. */
async function wholeOf(body: Dispatcher.ResponseData['body']): Promise<Uint8Array> {
  return new Uint8Array('arrayBuffer' in body ? await body.arrayBuffer() : await buffer(body));
}

/** How redirects are followed. */
interface Following {
  readonly maxRedirections: number;
  readonly throwOnMaxRedirect?: boolean;
  readonly stripHeadersOnCrossOriginRedirect?: string[];
}

/** Interceptors of the caller beside the one that follows redirects. */
interface Layers {
  /** Above it, where a chain is one exchange. */
  readonly above?: readonly Dispatcher.DispatcherComposeInterceptor[];
}

/** What makes `request` follow redirects: an interceptor, before undici 6.13 options of the call. */
const followBy = (dispatcher: Dispatcher, following: Following, { above = [] }: Layers): object =>
  later.interceptors?.redirect
    ? { dispatcher: dispatcher.compose(later.interceptors.redirect(following), ...above) }
    : { dispatcher, ...following };

const sendingThrough = (network: Dispatcher, configured: Partial<Following>, layers: Layers = {}): ClientSession => ({
  async send(
    {
      url,
      method,
      headers,
      body,
      redirect,
      headerShape,
      query,
      proxy,
      socksProxy,
      unixSocket,
      clientCertificate,
      tokenProvider,
      ...request
    },
    { signal, given = unwatched },
  ) {
    const { maxRedirects = LIMIT, throwAtLimit, sensitiveHeaders } = request;
    const direct = clientCertificate ? certificateDispatcher(clientCertificate) : network;
    const viaSocks = socksProxy ? socksDispatcher(socksProxy) : direct;
    const chosen = unixSocket ? socketDispatcher(unixSocket) : proxy ? proxyDispatcher(proxy) : viaSocks;
    const sender = tokenProvider ? chosen.compose(askingForTokens(tokenProvider)) : chosen;
    const following: Following = {
      ...configured,
      maxRedirections: maxRedirects,
      ...(throwAtLimit && { throwOnMaxRedirect: true }),
      ...(sensitiveHeaders && { stripHeadersOnCrossOriginRedirect: sensitiveHeaders }),
    };
    const response = await send(
      url,
      given({
        method,
        headers: headerShape ? inShape(headers, headerShape) : toHeadersObject(headers),
        ...(query && { query: Object.fromEntries(query) }),
        body: body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : (body ?? null),
        ...(redirect === 'manual' ? { dispatcher: sender } : followBy(sender, following, layers)),
        signal,
      }),
    );
    return {
      status: response.statusCode,
      headers: fieldsOf(response.headers),
      body: await wholeOf(response.body),
    };
  },
});

/** `stripHeadersOnCrossOriginRedirect` came with undici 8. */
const namesSecrets = Number.parseInt(undiciVersion, 10) >= 8;

/** What its callers may put around what follows redirects. */
interface Configuration extends Partial<Following> {
  /** The cache is above it, where a scenario needs a cache. */
  readonly cachesChains?: boolean;
  /** Names are resolved by an interceptor, on this side of it. */
  readonly resolvesNames?: 'above' | 'below';
}

/**
 * The interceptor that resolves names. A name is mapped to a server below the client, so its address is here the name with a
 * final dot, or without it: like an address, it is another host in a URL.
 */
const resolving = (): Dispatcher.DispatcherComposeInterceptor =>
  present(later.interceptors?.dns)({
    affinity: 4,
    lookup({ hostname }, _, callback) {
      const address = hostname.endsWith('.') ? hostname.slice(0, -1) : `${hostname}.`;
      callback(null, [{ address, family: 4, ttl: 60_000 }]);
    },
  });

/** The sessions of a client with this configuration. */
function sessionFor(
  needs: readonly Capability[],
  { cachesChains, resolvesNames, ...following }: Configuration,
): ReturnType<typeof dispatcherFor> & { readonly session: ClientSession } {
  const isAbove = cachesChains && needs.includes('cache');
  const network = dispatcherFor(isAbove ? needs.filter((need) => need !== 'cache') : needs);
  const dispatcher = resolvesNames === 'below' ? network.dispatcher.compose(resolving()) : network.dispatcher;
  const above = [...(resolvesNames === 'above' ? [resolving()] : []), ...(isAbove ? [present(later.interceptors?.cache)()] : [])];
  return { ...network, session: sendingThrough(dispatcher, following, { above }) };
}

/** An adapter for `request` of undici with these options of the caller. From version 8 on it speaks HTTP/2 with every origin that offers it. */
export const undiciRequestAdapter = (name: string, configured: Configuration = {}): Client =>
  defineClient({
    name,
    version: undiciVersion,
    capabilities: [
      'manual',
      'max-redirects',
      'stream-body',
      'header-shape',
      'header-list',
      // Alone, `request` refuses this form.
      ...(configured.resolvesNames === 'below' ? (['header-pairs'] as const) : []),
      'query',
      'throw-at-limit',
      ...(namesSecrets ? (['sensitive-headers'] as const) : []),
      'abort',
      ...networkCapabilities,
      'callers-objects',
    ],
    ...sessionFor([], configured).session,
    open({ needs }) {
      const { session, close } = sessionFor(needs, configured);
      return { ...session, close };
    },
  });
