import type { IncomingMessage } from 'node:http';
import {
  type Client,
  type ClientRequest,
  type ClientSession,
  defineClient,
  fieldsOf,
  toHeadersObject,
  unwatched,
} from '../../adapter/index.ts';
import { foreignPackage } from './foreign-package.ts';
import { type AgentsByScheme, oneConnection } from './one-connection.ts';
import { versionOf } from './version.ts';

interface RequestResponse extends IncomingMessage {
  readonly request: { readonly uri: { readonly href: string } };
}

type Callback = (error: Error | null, response: RequestResponse, body: Uint8Array) => void;

interface RequestFunction {
  (options: object, callback: Callback): void;
  jar(): object;
}

const optionsFor = ({ url, method, headers, body, auth, query, redirect, ...request }: ClientRequest): object => ({
  url,
  method,
  headers: toHeadersObject(headers),
  encoding: null,
  ...(body instanceof Uint8Array && { body: Buffer.from(body) }),
  ...(auth && { auth: { user: auth.username, pass: auth.password } }),
  ...(query && { qs: Object.fromEntries(query) }),
  ...(redirect === 'manual' && { followRedirect: false }),
  ...(request.maxRedirects !== undefined && { maxRedirects: request.maxRedirects }),
  ...request.clientCertificate,
});

/** Its option takes one agent, which can be for one scheme only: that of the URL. */
const sendingBy = (send: RequestFunction, configured: object = {}, agents?: AgentsByScheme): ClientSession => ({
  async send(request, { given = unwatched }) {
    const agent = request.url.startsWith('https:') ? agents?.https : agents?.http;
    const options = given({ ...configured, ...optionsFor(request), ...(agent && { agent }) });
    const [response, body] = await new Promise<[RequestResponse, Uint8Array]>((resolve, reject) => {
      send(options, (error, received, bytes) => (error ? reject(error) : resolve([received, bytes])));
    });
    return {
      status: response.statusCode ?? 0,
      headers: fieldsOf(response.headers),
      body: new Uint8Array(body),
      url: response.request.uri.href,
    };
  },
});

/** An adapter for request, or for a package that has gone on from it. */
export async function requestAdapter(name: string, packageName: string): Promise<Client> {
  const request = await foreignPackage<RequestFunction>(packageName);
  return defineClient({
    name,
    version: versionOf(packageName),
    capabilities: ['manual', 'max-redirects', 'auth', 'query', 'client-certificate', 'cookie-jar', 'agent', 'callers-objects'],
    ...sendingBy(request),
    open({ needs }) {
      const jar = needs.includes('cookie-jar') ? { jar: request.jar() } : {};
      if (!needs.includes('agent')) return sendingBy(request, jar);
      const { close, ...agents } = oneConnection();
      return { ...sendingBy(request, jar, agents), close };
    },
  });
}
