import { STATUS_CODES } from 'node:http';
import { type Answer, type Case, casesOf, type Condition, type Response, type Route } from '../../suites/vocabulary/answer.ts';
import { prefilled } from './fill.ts';
import { literal } from './literal.ts';

/** An answer in a script: `head` without the length of the body, or all of it as `raw`. */
interface AnswerInScript {
  readonly head?: string;
  readonly body?: string;
  readonly raw?: string;
  /** The server closes the connection after it. */
  readonly closes?: true;
}

const CLOSES = /^connection:\s*close\s*$/im;

function headOf({ status, reason = STATUS_CODES[status] ?? '', location, headers = [] }: Response): string {
  const fields = location === undefined ? headers : [['Location', location] as const, ...headers];
  return prefilled([`HTTP/1.1 ${status} ${reason}`, ...fields.map(([name, value]) => `${name}: ${value}`)].join('\r\n'));
}

/** The answer as a script has it. Its body is a text. */
function inScript(answer: Answer): AnswerInScript {
  if ('raw' in answer) return { raw: prefilled(answer.raw), ...((answer.ending ?? CLOSES.test(answer.raw)) && { closes: true }) };
  const head = headOf(answer);
  return {
    head,
    ...(answer.body !== undefined && { body: prefilled(answer.body as string) }),
    ...(CLOSES.test(head) && { closes: true }),
  };
}

/** A condition as JavaScript: `visit === 2 && request.method === 'GET'`. */
const conditionText = ({ visit, method, header }: Condition): string =>
  [
    ...(visit === undefined ? [] : [`visit === ${visit}`]),
    ...(method === undefined ? [] : [`request.method === ${literal(method)}`]),
    ...(header === undefined
      ? []
      : [`request.headers[${literal(header.name.toLowerCase())}]?.includes(${literal(prefilled(header.includes))})`]),
  ].join(' && ');

function caseText({ when, answer }: Case): string {
  const text = literal(inScript(answer));
  return when ? `{ when: (request, visit) => ${conditionText(when)}, ${text.slice(2)}` : text;
}

/** The answers at a place, as a member of an object. */
export const routeText = (place: string, route: Route): string =>
  `${literal(place)}: [${casesOf(route).map(caseText).join(', ')}],`;
