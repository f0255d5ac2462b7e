import http from 'node:http';
import https from 'node:https';
import type { Client, ClientSession } from '../../adapter/index.ts';

/** Agents of Node.js, by scheme. */
export interface AgentsByScheme {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** Agents that allow one connection to each origin, and the end of both. */
export function oneConnection(): AgentsByScheme & { readonly close: () => void } {
  const options = { keepAlive: true, maxSockets: 1 };
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };
  const close = (): void => {
    agents.http.destroy();
    agents.https.destroy();
  };
  return { ...agents, close };
}

/** The one that a request for a URL needs, where a client takes only one. */
export const agentFor = (url: string, agents: AgentsByScheme): http.Agent =>
  url.startsWith('https:') ? agents.https : agents.http;

/** What an adapter does whose client takes agents: it gives it agents with one connection where a scenario needs `agent`, and none otherwise. */
export function overAgents(sendingBy: (agents?: AgentsByScheme) => ClientSession): Required<Pick<Client, 'send' | 'open'>> {
  const plain = sendingBy();
  return {
    ...plain,
    open({ needs }) {
      if (!needs.includes('agent')) return plain;
      const { close, ...agents } = oneConnection();
      return { ...sendingBy(agents), close };
    },
  };
}
