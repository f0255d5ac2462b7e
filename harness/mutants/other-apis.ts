import type { Mutant } from './mutant.ts';
import { changingRequests, withField } from './support/changing.ts';
import { changingCalls, changingResponses, wrapped } from './support/wrapped.ts';

/** Clients whose EventSource and WebSocket make an error with redirects. */
export const otherApiMutants: readonly Mutant[] = [
  {
    name: 'event-source-reports-wrong-url',
    title: 'reports a wrong URL for an event source and a wrong origin for its messages',
    client: changingResponses((response, { through }) =>
      through === 'event-source'
        ? { ...response, url: 'http://somewhere.example/', headers: [['Message-Origin', 'http://somewhere.example']] }
        : response,
    ),
    witnesses: { fetch: ['other-apis/event-source-301#final-url', 'other-apis/event-source-301#response-header:message-origin'] },
  },
  {
    name: 'event-source-reconnects',
    title: 'opens an event source again after it failed for good',
    client: wrapped(() => (send) => async (request, options) => {
      try {
        return await send(request, options);
      } catch (error) {
        if (request.through !== 'event-source') throw error;
        await send(request, options).catch(() => undefined);
        throw Object.assign(new Error('the connection is lost'), { code: 'ECONNRESET' });
      }
    }),
    witnesses: { fetch: ['other-apis/event-source-without-location#outcome'] },
  },
  {
    name: 'event-source-forgets-its-last-event',
    title: 'opens an event source again without the id of its last event',
    send: changingRequests((request) => ({ ...request, headers: withField(request.headers, 'Last-Event-ID') })),
    witnesses: { fetch: ['other-apis/event-source-reconnects-same-origin#outcome'] },
  },
  {
    name: 'websocket-follows-redirects',
    title: 'follows redirects in the opening handshake of a WebSocket',
    client: changingCalls((request) => {
      const copy = { ...request };
      if (copy.through === 'websocket') delete copy.through;
      return copy;
    }),
    witnesses: { fetch: ['other-apis/websocket-301#followed'] },
  },
];
