import type { Answer, Repeated } from './scenario.ts';

const moments: Readonly<Record<NonNullable<Answer['sent']>, string>> = {
  'before the body': 'as soon as the header section of the request has come',
  'after the call': 'once the call has settled',
};

/** When an answer goes out, where that is not once the request has come whole. */
export const describeMoment = ({ sent }: Answer): string | undefined => sent && moments[sent];

/** A body in one line: in quotes, or how often what is repeated. */
export const describeText = (text: string | Repeated): string =>
  typeof text === 'string' ? JSON.stringify(text) : `${JSON.stringify(text.repeat)}, ${text.times} times`;
