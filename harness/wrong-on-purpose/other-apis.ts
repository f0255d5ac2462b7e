import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** Clients whose EventSource and WebSocket do not know what a redirect is. */
export const otherApis: readonly Sin[] = [
  {
    name: 'listens-to-nobody',
    title: 'opens an event source without following redirects',
    capability: 'event-source',
    policy: () => ({ locationOf: () => undefined }),
    under: ['fetch'],
  },
  {
    name: 'forgets-where-it-listens',
    title: 'tells of an event source, and of its messages, the wrong URL',
    capability: 'event-source',
    client: wrapped(() => (send) => async (request, options) => ({
      ...(await send(request, options)),
      url: 'http://somewhere.example/',
      headers: [['Message-Origin', 'http://somewhere.example']],
    })),
    under: ['fetch'],
  },
  {
    name: 'listens-again',
    title: 'opens an event source again that was to be closed',
    capability: 'event-source',
    client: wrapped(() => (send) => async (request, options) => {
      try {
        return await send(request, options);
      } catch {
        await send(request, options).catch(() => undefined);
        throw Object.assign(new Error('the connection is lost'), { code: 'ECONNRESET' });
      }
    }),
    under: ['fetch'],
  },
  {
    name: 'shakes-any-hand',
    title: 'follows redirects in the opening handshake of a WebSocket',
    capability: 'websocket',
    client: wrapped(() => (send) => (request, options) => {
      delete request.through;
      return send(request, options);
    }),
    under: ['fetch'],
  },
];
