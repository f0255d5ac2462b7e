import { STATUS_CODES } from 'node:http';
import {
  type Answer,
  type Case,
  casesOf,
  type Condition,
  type RawAnswer,
  type Response,
  type Route,
} from '../vocabulary/answer.ts';
import { bodyLines, type DescribedLine, fieldLines, noteLines } from './described-line.ts';

const moments: Readonly<Record<NonNullable<Answer['sent']>, string>> = {
  'before the body': 'sent as soon as the header section of the request has arrived',
  'after the call': 'sent once the call has settled',
};

const endings: Readonly<Record<NonNullable<RawAnswer['ending']>, string>> = { close: 'then sends FIN', reset: 'then sends RST' };

/** A status with its registered reason phrase: `302 Found`. */
export const describeStatus = (status: number, reason = STATUS_CODES[status] ?? ''): string => `${status} ${reason}`.trimEnd();

function piecesWords(pieces: Answer['pieces']): readonly string[] {
  if (pieces === undefined) return [];
  if (pieces === 'each byte') return ['each byte in a packet of its own'];
  return [`in packets that end after ${pieces.map((text) => JSON.stringify(text)).join(', ')}`];
}

/** How nginx comes to give an answer. */
const nginxWords = (nginx: Answer['nginx']): readonly string[] => {
  if (!nginx) return [];
  return ['directives' in nginx ? `nginx: ${nginx.directives}` : 'nginx: a folder'];
};

function rawLines({ raw, ending, sent, pieces, nginx }: RawAnswer): readonly DescribedLine[] {
  return [
    raw === '' ? { is: 'note', text: 'no answer' } : { is: 'bytes', text: raw },
    ...noteLines([
      ...(sent ? [moments[sent]] : []),
      ...piecesWords(pieces),
      ...(ending ? [endings[ending]] : []),
      ...nginxWords(nginx),
    ]),
  ];
}

function responseLines({
  status,
  reason,
  location,
  headers = [],
  dated,
  body = '',
  framing,
  trailers = [],
  sent,
  pieces,
  nginx,
}: Response): readonly DescribedLine[] {
  return [
    { is: 'start', text: describeStatus(status, reason) },
    ...noteLines([
      ...(sent ? [moments[sent]] : []),
      ...piecesWords(pieces),
      ...(framing ? [`framing: ${framing}`] : []),
      ...(dated ? ['with the time of the answer as Date'] : []),
      ...nginxWords(nginx),
    ]),
    ...fieldLines(location === undefined ? headers : [['Location', location], ...headers]),
    ...bodyLines(body),
    ...trailers.map(([name, value]): DescribedLine => ({ is: 'trailer', text: `${name}: ${value}` })),
  ];
}

/** An answer as lines, the status first. */
export const describeAnswer = (answer: Answer): readonly DescribedLine[] =>
  'raw' in answer ? rawLines(answer) : responseLines(answer);

/** When an answer applies: `if the method is POST and cookie includes "a"`. */
export function describeCondition({ visit, fromCall, method, header, serverName }: Condition): string {
  const parts = [
    ...(visit === undefined ? [] : [`it is request ${visit} at this place`]),
    ...(fromCall === undefined ? [] : [`it comes in call ${fromCall} or later`]),
    ...(method === undefined ? [] : [`the method is ${method}`]),
    ...(header === undefined ? [] : [`${header.name} includes ${JSON.stringify(header.includes)}`]),
    ...(serverName === undefined ? [] : [`its connection was opened for ${serverName}`]),
  ];
  return `if ${parts.join(' and ')}`;
}

/** A case of a route: when it applies, unless it always does, and its answer. */
export interface DescribedCase {
  readonly condition?: string;
  readonly lines: readonly DescribedLine[];
}

const describeCase = ({ when, answer }: Case): DescribedCase => ({
  ...(when && { condition: describeCondition(when) }),
  lines: describeAnswer(answer),
});

/** Every case of a route, in the order in which they are tried; the last one applies where no other does. */
export function describeRoute(place: string, route: Route): readonly DescribedCase[] {
  const cases = casesOf(route);
  const otherwise: DescribedLine = place.includes('}>')
    ? { is: 'note', text: 'tunnel opened' }
    : { is: 'start', text: describeStatus(404) };
  return [...cases.map(describeCase), ...(cases.at(-1)?.when ? [{ condition: 'otherwise', lines: [otherwise] }] : [])];
}
