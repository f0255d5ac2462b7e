import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import needle, { type BodyData, type NeedleHttpVerbs, type NeedleOptions, type NeedleResponse } from 'needle';
import {
  type Client,
  type ClientRequest,
  type ClientSession,
  defineClient,
  fieldsOf,
  toHeadersObject,
  unwatched,
} from '../../adapter/index.ts';
import { agentFor, type AgentsByScheme, overAgents } from './one-connection.ts';
import { versionOf } from './version.ts';

const toData = (body: ClientRequest['body']): BodyData => {
  if (body instanceof ReadableStream) return Readable.fromWeb(body as NodeStream);
  return body ? Buffer.from(body) : null;
};

/** The options of needle for a call. The body is left as it is, neither parsed nor decoded. */
function optionsFor({ headers, auth, cookies, redirect, rewriteMethods, clientCertificate, ...request }: ClientRequest): object {
  const maxRedirects = redirect === 'manual' ? 0 : request.maxRedirects;
  return {
    headers: toHeadersObject(headers),
    parse_response: false,
    decode_response: false,
    ...auth,
    ...(cookies && { cookies: Object.fromEntries(cookies) }),
    ...(maxRedirects !== undefined && { follow_max: maxRedirects }),
    ...(rewriteMethods !== undefined && { follow_keep_method: !rewriteMethods }),
    ...clientCertificate,
  };
}

/** needle makes text of a body whose type is text; `raw` has its bytes as they came, before any decoding. */
function bodyOf({ headers, raw, body }: NeedleResponse): Uint8Array {
  const bytes = headers['content-encoding'] === undefined ? raw : (body as string | Buffer);
  return new Uint8Array(Buffer.from(bytes));
}

/** An adapter for needle with these options of the caller. */
export function needleAdapter(name: string, defaults: NeedleOptions = {}): Client {
  const sendingBy = (agents?: AgentsByScheme): ClientSession => ({
    async send({ url, method, body, ...request }, { signal, given = unwatched }) {
      const agent = agents && { agent: agentFor(url, agents) };
      const options = { ...defaults, ...optionsFor({ url, method, body, ...request }), ...agent, signal };
      const response = await needle(method as NeedleHttpVerbs, url, toData(body), given(options));
      return { status: response.statusCode ?? 0, headers: fieldsOf(response.headers), body: bodyOf(response) };
    },
  });
  return defineClient({
    name,
    version: versionOf('needle'),
    capabilities: [
      'manual',
      'max-redirects',
      'rewrite-methods',
      'stream-body',
      'auth',
      'cookies',
      'client-certificate',
      'abort',
      'agent',
      'callers-objects',
    ],
    ...overAgents(sendingBy),
  });
}
