import type { Dispatcher } from 'undici';
import type { ClientCertificate, TokenProvider } from '../../adapter/index.ts';
import type { Capability } from '../../../suites/vocabulary/capability.ts';
import { Agent, getGlobalDispatcher, later, MockAgent, present } from './undici.ts';

/** The dispatcher that connects to a unix socket, whatever the URL says. */
export const socketDispatcher = (socketPath: string): Dispatcher => new Agent({ connect: { socketPath } });

/** The dispatcher that opens every connection through a SOCKS5 proxy. */
export function socksDispatcher(url: string): Dispatcher {
  const Socks5ProxyAgent = present(later.Socks5ProxyAgent);
  return new Socks5ProxyAgent(url);
}

/** The dispatcher that sends a certificate of the caller to every origin that asks for one. */
export const certificateDispatcher = (certificate: ClientCertificate): Dispatcher => new Agent({ connect: { ...certificate } });

/** An interceptor that asks a function of the caller for a token for each request. To be composed below one that follows redirects. */
export const askingForTokens =
  (tokenProvider: TokenProvider): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const token = tokenProvider(String(options.origin));
    if (token === undefined) return dispatch(options, handler);
    // The APIs of undici pass no other forms down.
    const headers = options.headers as string[] | Record<string, string> | undefined;
    const all = Array.isArray(headers) ? [...headers, 'authorization', token] : { ...headers, authorization: token };
    return dispatch({ ...options, headers: all }, handler);
  };

/** The mock of a team that composes its interceptors with one, instead of an agent. */
function mockAgent(): Dispatcher | undefined {
  const dispatcher = getGlobalDispatcher();
  return dispatcher instanceof MockAgent ? dispatcher : undefined;
}

/**
 * The dispatcher for the requests of a scenario: an agent, limited to one connection if that is needed, and a cache.
 * What is composed first is nearest to the network, so each redirect passes through the cache, as HTTP defines it.
 */
export function dispatcherFor(needs: readonly Capability[]): {
  readonly dispatcher: Dispatcher;
  readonly close: () => Promise<void>;
} {
  const mock = mockAgent();
  const agent = mock ?? new Agent(needs.includes('agent') ? { connections: 1 } : {});
  const dispatcher = needs.includes('cache') ? agent.compose(present(later.interceptors?.cache)()) : agent;
  return { dispatcher, close: async () => void (mock ?? (await agent.destroy())) };
}
