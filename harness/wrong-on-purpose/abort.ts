import type { ClientResponse } from '../client.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

const nothing: ClientResponse = { status: 200, headers: [], body: new Uint8Array() };

/** A signal that nobody aborts. */
const never = (): AbortSignal => new AbortController().signal;

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

/** Clients that do not let their caller give up. */
export const abort: readonly Sin[] = [
  {
    name: 'answers-an-abort',
    title: 'takes an abort for an empty answer',
    client: wrapped(() => (send) => async (request, options) => {
      try {
        return await send(request, options);
      } catch (error) {
        if (!options.signal.aborted) throw error;
        return nothing;
      }
    }),
    under: ['fetch'],
  },
  {
    name: 'starts-all-the-same',
    title: 'begins although its caller has given up',
    client: wrapped(() => (send) => (request, options) => send(request, options.signal.aborted ? { signal: never() } : options)),
    under: ['fetch'],
  },
  {
    name: 'goes-on-in-secret',
    title: 'goes on behind the back of a caller who gave up',
    client: wrapped(
      () => (send) => (request, options) => Promise.race([send(request, { signal: never() }), aborted(options.signal)]),
    ),
    also: ['on-redirect'],
    under: ['fetch'],
  },
  {
    name: 'sulks',
    title: 'refuses every call after one that was given up',
    client: wrapped(() => {
      const before: AbortSignal[] = [];
      return (send) => (request, options) => {
        if (before.some((signal) => signal.aborted)) throw new Error('the caller gives up too easily');
        before.push(options.signal);
        return send(request, options);
      };
    }),
    under: ['rfc9110'],
  },
];
