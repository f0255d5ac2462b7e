import type { OutgoingRequest, SendOne } from '../../reference/messages.ts';

/** Reads every Location as another one, each field by itself. `first` is the first request of the call. */
export const relocated =
  (change: (location: string, request: OutgoingRequest, first: OutgoingRequest) => string) =>
  (send: SendOne): SendOne => {
    let first: OutgoingRequest | undefined;
    return async (request) => {
      const start = (first ??= request);
      const answer = await send(request);
      const headers = answer.headers.map(
        ([name, value]) => [name, /^location$/i.test(name) ? change(value, request, start) : value] as const,
      );
      return { ...answer, headers };
    };
  };
