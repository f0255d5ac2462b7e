import type { HeaderFields } from '../../../suites/vocabulary/header-fields.ts';
import type { OutgoingRequest, ReceivedAnswer, SendOne } from '../../reference/messages.ts';

type ChangeSending = (send: SendOne) => SendOne;

/** Changes single requests. `earlier` has the unchanged requests of the same call, oldest first. */
export const changingRequests =
  (change: (request: OutgoingRequest, earlier: readonly OutgoingRequest[]) => OutgoingRequest): ChangeSending =>
  (send) => {
    const earlier: OutgoingRequest[] = [];
    return (request) => {
      const changed = change(request, earlier);
      earlier.push(request);
      return send(changed);
    };
  };

/** Changes single requests, except the first of a call. */
export const changingRedirectedRequests = (
  change: (request: OutgoingRequest, first: OutgoingRequest) => OutgoingRequest,
): ChangeSending => changingRequests((request, [first]) => (first ? change(request, first) : request));

/** Changes single answers. */
export const changingAnswers =
  (change: (answer: ReceivedAnswer, request: OutgoingRequest) => ReceivedAnswer): ChangeSending =>
  (send) =>
  async (request) =>
    change(await send(request), request);

/** Fields with all values of one field replaced. */
export const withField = (fields: HeaderFields, name: string, ...values: readonly string[]): HeaderFields => [
  ...fields.filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
  ...values.map((value) => [name, value] as const),
];

/** A request with fields added, even if it has fields of the same name. */
export const withMore = (request: OutgoingRequest, ...fields: HeaderFields): OutgoingRequest => ({
  ...request,
  headers: [...request.headers, ...fields],
});
