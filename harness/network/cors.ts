import type { Answer, Response } from '../../suites/vocabulary/answer.ts';
import { type HeaderFields, valuesOf } from '../../suites/vocabulary/header-fields.ts';

/** The parts of a request by which a page is known. */
interface FromPage {
  readonly method: string;
  readonly headers: HeaderFields;
}

/** Whether a page asks: only then is there an Origin that an answer must allow. */
export const hasOrigin = ({ headers }: FromPage): boolean => valuesOf(headers, 'origin').length > 0;

/** Whether a browser asks, before a request, if a page may make it (CORS-preflight request of the Fetch Standard). */
export const isPreflight = (request: FromPage): boolean =>
  request.method === 'OPTIONS' && hasOrigin(request) && valuesOf(request.headers, 'access-control-request-method').length > 0;

/** Allows what a preflight asks for, and is not kept. A wildcard would not stand for Authorization. */
export function allowAsked({ headers }: FromPage): Response {
  const asked = (name: string): string => valuesOf(headers, name).join(', ');
  return {
    status: 204,
    headers: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Methods', asked('access-control-request-method')],
      ['Access-Control-Allow-Headers', asked('access-control-request-headers')],
      ['Access-Control-Max-Age', '0'],
    ],
  };
}

/** Lets every page read an answer, as far as fields can. An answer in bytes, or with such fields of its own, stays what it is. */
export function readableByPages(answer: Answer): Answer {
  if ('raw' in answer) return answer;
  const { headers = [] } = answer;
  if (valuesOf(headers, 'access-control-allow-origin').length > 0) return answer;
  const fields = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Expose-Headers', '*'],
  ] as const;
  return { ...answer, headers: [...headers, ...fields] };
}
