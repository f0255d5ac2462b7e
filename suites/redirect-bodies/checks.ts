import { must } from '../rulings.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Response } from '../vocabulary/scenario.ts';

export const start: Place = '{home}/start';
export const target: Place = '{home}/target';

export const arrived: Response = { status: 200, headers: [['Content-Type', 'text/plain']], body: 'arrived, and nothing else' };

/** The final answer is one: nothing of the redirect's body got into it. */
export const finalBody: Check = {
  fact: { kind: 'response-body', from: target },
  given: { fact: { kind: 'followed', to: target }, oneOf: ['followed'] },
  rulings: [must('common/response-is-one', 'same bytes')],
};

/** `moved`, compressed by gzip and told in Latin-1, for bytes that a text cannot hold. */
export const gzipped =
  '\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0003\u00cb\u00cd/KM\u0001\u0000\u00f5\u008d\u00ec\u00c6\u0005\u0000\u0000\u0000';
