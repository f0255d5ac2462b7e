import http from 'node:http';
import https from 'node:https';
import { type ClientCertificate, toProxyEnvironment } from '../adapter/index.ts';
import { exchangeByHttp1, orReason } from '../policy/transport.ts';
import { exchangeByHttp2, negotiate } from './exchange-by-http2.ts';
import { connectBySocks } from './socks.ts';
import type { OutgoingRequest, ReceivedAnswer } from './messages.ts';

/** What requests go through; the global agents of Node.js by default. */
export interface Agents {
  readonly http?: http.Agent;
  readonly https?: https.Agent;
}

function agentFor({ url, proxy, newConnection }: OutgoingRequest, agents: Agents): http.Agent {
  const isSecure = url.protocol === 'https:';
  // A new agent for each request by proxy, because the route is chosen again each time.
  if (proxy) return new (isSecure ? https : http).Agent({ proxyEnv: toProxyEnvironment(proxy) });
  if (newConnection) return new (isSecure ? https : http).Agent();
  return isSecure ? (agents.https ?? https.globalAgent) : (agents.http ?? http.globalAgent);
}

/** The certificate of the caller, if the origin of the request may have it. */
function certificateFor({ url, certificate }: OutgoingRequest): ClientCertificate | undefined {
  if (!certificate) return undefined;
  const { cert, key, onlyAt = url.origin } = certificate;
  return onlyAt === url.origin ? { cert, key } : undefined;
}

async function exchangeByBestVersion(outgoing: OutgoingRequest, signal: AbortSignal, agents: Agents): Promise<ReceivedAnswer> {
  const { url, http2, proxy, socket: local } = outgoing;
  if (local?.host === url.host) return exchangeByHttp1(outgoing, { signal, socketPath: local.path });
  if (outgoing.socksProxy) {
    const tunnel = await connectBySocks(url, new URL(outgoing.socksProxy));
    return exchangeByHttp1(outgoing, { signal, createConnection: () => tunnel });
  }
  const certificate = certificateFor(outgoing);
  if (!http2 || proxy || url.protocol !== 'https:')
    return exchangeByHttp1(outgoing, { signal, agent: agentFor(outgoing, agents), ...certificate });
  const socket = await negotiate(url, signal, certificate);
  if (socket.alpnProtocol === 'h2') return exchangeByHttp2(outgoing, socket);
  return exchangeByHttp1(outgoing, { signal, createConnection: () => socket, defaultPort: 443 });
}

/** Sends a request and reads the whole answer. Follows no redirect. If the signal aborts, throws its reason. */
export const exchange = (outgoing: OutgoingRequest, signal: AbortSignal, agents: Agents = {}): Promise<ReceivedAnswer> =>
  orReason(signal, exchangeByBestVersion(outgoing, signal, agents));
