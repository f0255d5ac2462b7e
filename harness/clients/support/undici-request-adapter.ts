import { Readable } from 'node:stream';
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
import { proxyDispatcher } from './proxy-dispatcher.ts';
import { askingForTokens, certificateDispatcher, dispatcherFor, socketDispatcher, socksDispatcher } from './undici-dispatcher.ts';
import { later, networkCapabilities, request as send, undiciVersion } from './undici.ts';

/** The interceptor follows nothing without a limit; this is the limit of the Fetch Standard. */
const LIMIT = 20;

/** How redirects are followed. */
interface Following {
  readonly maxRedirections: number;
  readonly throwOnMaxRedirect?: boolean;
  readonly stripHeadersOnCrossOriginRedirect?: string[];
}

/** What makes `request` follow redirects: an interceptor, before undici 6.13 options of the call. */
const followBy = (dispatcher: Dispatcher, following: Following): object =>
  later.interceptors?.redirect
    ? { dispatcher: dispatcher.compose(later.interceptors.redirect(following)) }
    : { dispatcher, ...following };

const sendingThrough = (network: Dispatcher, configured: Partial<Following>): ClientSession => ({
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
        ...(redirect === 'manual' ? { dispatcher: sender } : followBy(sender, following)),
        signal,
      }),
    );
    return {
      status: response.statusCode,
      headers: fieldsOf(response.headers),
      body: new Uint8Array(await response.body.arrayBuffer()),
    };
  },
});

/** `stripHeadersOnCrossOriginRedirect` came with undici 8. */
const namesSecrets = Number.parseInt(undiciVersion, 10) >= 8;

/** An adapter for `request` of undici with these options of the caller. From version 8 on it speaks HTTP/2 with every origin that offers it. */
export const undiciRequestAdapter = (name: string, configured: Partial<Following> = {}): Client =>
  defineClient({
    name,
    version: undiciVersion,
    capabilities: [
      'manual',
      'max-redirects',
      'stream-body',
      'header-shape',
      'header-list',
      'query',
      'throw-at-limit',
      ...(namesSecrets ? (['sensitive-headers'] as const) : []),
      'abort',
      ...networkCapabilities,
      'callers-objects',
    ],
    ...sendingThrough(dispatcherFor([]).dispatcher, configured),
    open({ needs }) {
      const { dispatcher, close } = dispatcherFor(needs);
      return { ...sendingThrough(dispatcher, configured), close };
    },
  });
