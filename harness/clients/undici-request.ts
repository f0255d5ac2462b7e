import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { interceptors, request as send, type Dispatcher } from 'undici';
import { type ClientSession, defineClient, fieldsOf, inShape, toHeadersObject, unwatched } from '../adapter/index.ts';
import { proxyDispatcher } from './support/proxy-dispatcher.ts';
import {
  askingForTokens,
  certificateDispatcher,
  dispatcherFor,
  socketDispatcher,
  socksDispatcher,
} from './support/undici-dispatcher.ts';
import { versionOf } from './support/version.ts';

/** The interceptor follows nothing without a limit; this is the limit of the Fetch Standard. */
const LIMIT = 20;

const sendingThrough = (network: Dispatcher): ClientSession => ({
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
    const configured = socksProxy ? socksDispatcher(socksProxy) : direct;
    const chosen = unixSocket ? socketDispatcher(unixSocket) : proxy ? proxyDispatcher(proxy) : configured;
    const sender = tokenProvider ? chosen.compose(askingForTokens(tokenProvider)) : chosen;
    const following = {
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
        dispatcher: redirect === 'manual' ? sender : sender.compose(interceptors.redirect(following)),
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

/** It speaks HTTP/2 with every origin that offers it, also without being asked. */
export default defineClient({
  name: 'undici/request',
  version: versionOf('undici'),
  capabilities: [
    'manual',
    'max-redirects',
    'stream-body',
    'header-shape',
    'header-list',
    'query',
    'throw-at-limit',
    'sensitive-headers',
    'abort',
    'agent',
    'cache',
    'http2',
    'proxy',
    'socks-proxy',
    'unix-socket',
    'client-certificate',
    'token-provider',
    'callers-objects',
  ],
  ...sendingThrough(dispatcherFor([]).dispatcher),
  open({ needs }) {
    const { dispatcher, close } = dispatcherFor(needs);
    return { ...sendingThrough(dispatcher), close };
  },
});
