import { must } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';

/** Where the redirects of this suite are. */
export const redirectStart: Place = '{home}/start';

/** Where they lead. */
export const redirectTarget: Place = '{home}/target';

/** The answer at the target. */
export const finalAnswer: Response = {
  status: 200,
  headers: [['Content-Type', 'text/plain']],
  body: 'arrived, and nothing else',
};

/** The final body contains no bytes of the body of the redirect. */
export const finalBodyIsWhole: Check = {
  fact: { kind: 'response-body', from: redirectTarget },
  given: { fact: { kind: 'followed', to: redirectTarget }, oneOf: ['followed'] },
  rulings: [must('common/response-is-one', 'same bytes')],
};
