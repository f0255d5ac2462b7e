import { valuesOf } from '../../../suites/vocabulary/header-fields.ts';
import type { OutgoingRequest, SendOne } from '../../reference/messages.ts';
import { withField } from './changing.ts';

/** Reads every Location as another one. `first` is the first request of the call. */
export const relocated =
  (change: (location: string, request: OutgoingRequest, first: OutgoingRequest) => string) =>
  (send: SendOne): SendOne => {
    let first: OutgoingRequest | undefined;
    return async (request) => {
      first ??= request;
      const answer = await send(request);
      const [location] = valuesOf(answer.headers, 'location');
      if (location === undefined) return answer;
      return { ...answer, headers: withField(answer.headers, 'Location', change(location, request, first)) };
    };
  };
