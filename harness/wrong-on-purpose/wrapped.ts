import type { Client, Send } from '../client.ts';

/** A client whose calls go through `wrap`, which is made anew for each scenario and may remember things between its calls. */
export const wrapped =
  (wrap: () => (send: Send) => Send) =>
  (client: Client): Client => ({
    ...client,
    async open(scenario) {
      const session = (await client.open?.(scenario)) ?? client;
      return { ...session, send: wrap()((request, options) => session.send(request, options)) };
    },
  });
