import type { ClientResponse } from '../adapter/index.ts';
import type { Mutant } from './mutant.ts';
import { wrapped } from './support/wrapped.ts';

const emptyResponse: ClientResponse = { status: 200, headers: [], body: new Uint8Array() };

/** A signal that is never aborted. */
const never = (): AbortSignal => new AbortController().signal;

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

/** Clients that do not end a call when their caller aborts it. */
export const abortMutants: readonly Mutant[] = [
  {
    name: 'answers-after-abort',
    title: 'returns an empty response when its caller aborts',
    client: wrapped(() => (send) => async (request, options) => {
      try {
        return await send(request, options);
      } catch (error) {
        if (!options.signal.aborted) throw error;
        return emptyResponse;
      }
    }),
    witnesses: { fetch: ['abort/first-answer#outcome'] },
  },
  {
    name: 'starts-after-abort',
    title: 'sends its request although its caller aborted before',
    client: wrapped(() => (send) => (request, options) => send(request, options.signal.aborted ? { signal: never() } : options)),
    witnesses: { fetch: ['abort/before-the-start#outcome', 'abort/before-the-start#requests'] },
  },
  {
    name: 'continues-after-abort',
    title: 'continues in the background after its caller aborted',
    client: wrapped(
      () => (send) => (request, options) => Promise.race([send(request, { signal: never() }), aborted(options.signal)]),
    ),
    witnesses: { fetch: ['abort/no-further-hop#requests@target'] },
  },
  {
    name: 'fails-after-abort',
    title: 'refuses every call after one that was aborted',
    client: wrapped(() => {
      const before: AbortSignal[] = [];
      return (send) => (request, options) => {
        if (before.some((signal) => signal.aborted)) throw new Error('an earlier call was aborted');
        before.push(options.signal);
        return send(request, options);
      };
    }),
    witnesses: { rfc9110: ['abort/next-call#outcome@2'] },
  },
];
