import { framingRulings, noContentLength } from '../rulings/methods.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';

/** Where the redirects of this suite lead, unless a table says otherwise. */
export const uploadTarget: Place = '{home}/target';

/** The framing of a request that became a GET. With a stale Content-Length the server waits for a body, so the request counts as cut short. */
export const framingOfGet: Check = {
  fact: { kind: 'framing', at: uploadTarget },
  given: { fact: { kind: 'request', at: uploadTarget }, oneOf: ['GET, no body', 'GET, body cut short'] },
  rulings: [...framingRulings, noContentLength],
};

/** The framing of a request that may still have its body. */
export const framingOfUpload: Check = { fact: { kind: 'framing', at: uploadTarget }, rulings: framingRulings };
