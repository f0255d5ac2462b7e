import type { IncomingMessage } from 'node:http';
import followRedirects from 'follow-redirects';
import { type ClientRequest, type ClientSession, defineClient, fieldsOf, toHeadersObject } from '../adapter/index.ts';
import { type AgentsByScheme, overAgents } from './support/one-connection.ts';
import { nodeOptions, requestByCallback } from './support/node-request.ts';
import { proxyAgents, proxyCapabilities } from './support/proxy-agents.ts';
import { versionOf } from './support/version.ts';

/** What the package adds to a response of Node.js. */
interface Followed extends IncomingMessage {
  readonly responseUrl: string;
  readonly redirects: readonly { readonly url: string; readonly statusCode: number; readonly headers: object }[];
}

const toBeforeRedirect =
  (onRedirect: NonNullable<ClientRequest['onRedirect']>) =>
  ({ headers }: { headers: object }, { statusCode }: { statusCode: number }, { url }: { url: string }): void => {
    Object.assign(headers, toHeadersObject(onRedirect({ status: statusCode, url })));
  };

/** The options for redirects; `trackRedirects` only reports them. */
const followOptions = (request: ClientRequest, agents?: AgentsByScheme): object => ({
  ...nodeOptions(request),
  trackRedirects: true,
  ...(request.redirect === 'manual' && { followRedirects: false }),
  ...(request.maxRedirects !== undefined && { maxRedirects: request.maxRedirects }),
  ...(request.maxRequestBytes !== undefined && { maxBodyLength: request.maxRequestBytes }),
  ...(request.sensitiveHeaders && { sensitiveHeaders: request.sensitiveHeaders }),
  ...(request.onRedirect && { beforeRedirect: toBeforeRedirect(request.onRedirect) }),
  ...(agents && { agents }),
});

const sendingBy = (own?: AgentsByScheme): ClientSession => ({
  async send({ proxy, ...request }, context) {
    const options = followOptions(request, proxy ? proxyAgents(proxy) : own);
    const { response, body } = await requestByCallback<Followed>(followRedirects, request, options, context);
    const { responseUrl, redirects } = response;
    return {
      status: response.statusCode ?? 0,
      headers: fieldsOf(response.headers),
      body,
      url: responseUrl,
      redirected: redirects.length > 1,
      history: redirects
        .slice(0, -1)
        .map(({ url, statusCode, headers }) => ({ url, status: statusCode, headers: fieldsOf(headers) })),
    };
  },
});

export default defineClient({
  name: 'follow-redirects',
  version: versionOf('follow-redirects'),
  capabilities: [
    'manual',
    'max-redirects',
    'on-redirect',
    'sensitive-headers',
    'stream-body',
    'header-list',
    'max-request-bytes',
    'auth',
    'unix-socket',
    'client-certificate',
    'abort',
    'agent',
    ...proxyCapabilities,
    'callers-objects',
  ],
  ...overAgents(sendingBy),
});
