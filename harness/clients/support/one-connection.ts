import http from 'node:http';
import https from 'node:https';

/** Agents of Node.js that allow one connection to each origin, by scheme, and the end of both. */
export function oneConnection(): { readonly http: http.Agent; readonly https: https.Agent; close: () => void } {
  const options = { keepAlive: true, maxSockets: 1 };
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };
  const close = (): void => {
    agents.http.destroy();
    agents.https.destroy();
  };
  return { ...agents, close };
}
