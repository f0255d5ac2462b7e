import type { Client, ClientRequest, ClientResponse, Send } from '../../adapter/index.ts';

/** Replaces `send` of a client. `wrap` is called once per scenario, so it may keep state between the calls of a scenario. */
export const wrapped =
  (wrap: () => (send: Send) => Send) =>
  (client: Client): Client => ({
    ...client,
    async open(scenario) {
      const session = (await client.open?.(scenario)) ?? client;
      return { ...session, send: wrap()((request, options) => session.send(request, options)) };
    },
  });

/** Changes what the caller asks for. */
export const changingCalls = (change: (request: ClientRequest) => ClientRequest): ((client: Client) => Client) =>
  wrapped(() => (send) => (request, options) => send(change(request), options));

/** Changes what the caller gets. */
export const changingResponses = (
  change: (response: ClientResponse, request: ClientRequest) => ClientResponse,
): ((client: Client) => Client) =>
  wrapped(() => (send) => async (request, options) => change(await send(request, options), request));
