import { casesOf } from '../../suites/vocabulary/answer.ts';
import type { Bytes, Observation, Outcome, RecordedRequest, ThrownError } from '../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { describeAnswer, describeCondition, describeStatus } from '../../suites/wording/answer.ts';
import { describeCall } from '../../suites/wording/call.ts';
import { type TimelineRow, timelineOf } from './timeline.ts';
import { bodyLines, type DescribedLine, fieldLines, messageText, noteLines } from '../../suites/wording/described-line.ts';

/** One request and its answer, as text. */
export interface RecordedExchange {
  /** Where the request arrived: `home, connection 1`. */
  readonly to: string;
  readonly request: string;
  readonly answer: string;
}

/** Everything that was recorded in a cell, as text. If there are too many exchanges, those in the middle are left out. */
export interface CellRecord {
  readonly calls: readonly string[];
  readonly first: readonly RecordedExchange[];
  readonly leftOut: number;
  readonly last: readonly RecordedExchange[];
  readonly results: readonly string[];
  /** Redirects passed to the caller, connections left open, and whether the process could end. */
  readonly others: readonly string[];
  readonly blocked: readonly string[];
  /** What happened in a scenario with an edge server, moment by moment. */
  readonly timeline: readonly TimelineRow[];
  /** What the client and its adapter printed, line by line. */
  readonly printed: readonly string[];
}

const MOST_FIRST = 20;
const MOST_LAST = 2;

/** A body as text. */
export function bytesText(body: Bytes): string {
  if ('text' in body) return body.text;
  return 'base64' in body ? `(${body.length} bytes, base64) ${body.base64}` : `(${body.length} bytes, SHA-256 ${body.sha256})`;
}

/** Request line and fields, as they were received. */
export function headLines({ httpVersion, head, method, target, headers }: RecordedRequest): readonly DescribedLine[] {
  if (head !== null) return [{ is: 'bytes', text: head.replace(/\r\n\r\n$/, '') }];
  const version = httpVersion === null ? '' : ` HTTP/${httpVersion}`;
  return [{ is: 'start', text: `${method} ${target}${version}` }, ...fieldLines(headers)];
}

const requestText = (request: RecordedRequest): string =>
  messageText([
    ...headLines(request),
    ...bodyLines(bytesText(request.body)),
    ...noteLines(request.complete ? [] : ['the body did not arrive completely']),
  ]);

/** An answer that another server gave, as it came. */
const givenLines = ({ head, body }: NonNullable<RecordedRequest['answer']>): readonly DescribedLine[] => [
  { is: 'bytes', text: head.replace(/\r\n\r\n$/, '') },
  ...bodyLines(bytesText(body)),
];

function answerLines(
  { answeredBy, answer, complete, tunnelTo, edge }: RecordedRequest,
  { routes }: Scenario,
): readonly DescribedLine[] {
  if (answer) return givenLines(answer);
  if (edge === 'Hit') return noteLines(['an edge server answered from its cache']);
  if (!answeredBy && tunnelTo) return noteLines([`tunnel to ${tunnelTo} opened`]);
  if (!answeredBy && !complete) return noteLines(['no answer: the request did not arrive completely']);
  const route = answeredBy && routes[answeredBy.place];
  if (!route) return [{ is: 'start', text: describeStatus(404) }, ...noteLines(['no route at this path'])];
  const chosen = casesOf(route)[answeredBy.case];
  if (!chosen) return [{ is: 'start', text: describeStatus(404) }, ...noteLines(['no case of the route applies'])];
  const condition = chosen.when ? [`case ${answeredBy.case + 1}: ${describeCondition(chosen.when)}`] : [];
  return [...noteLines(condition), ...describeAnswer(chosen.answer)];
}

/** Where a request arrived, and how: `home, connection 1`. */
export const arrivalText = ({ origin, via, serverName, clientCertificate, connection }: RecordedRequest): string =>
  [
    origin,
    ...(via ? [`via ${via.proxy}${via.tunnel ? ', by tunnel' : ''}`] : []),
    ...(serverName ? [`server name ${serverName}`] : []),
    ...(clientCertificate ? [`client certificate of ${clientCertificate}`] : []),
    ...(connection === null ? [] : [`connection ${connection}`]),
  ].join(', ');

/** One request of a scenario and its answer, as text. */
export const exchangeOf = (request: RecordedRequest, scenario: Scenario): RecordedExchange => ({
  to: arrivalText(request),
  request: requestText(request),
  answer: messageText(answerLines(request, scenario)),
});

/** An error and its causes, a line each. */
export function errorTexts({ name, message, code, cause }: ThrownError): readonly string[] {
  return [
    `${name}: ${message}${code === undefined ? '' : ` (${code})`}`,
    ...(cause ? errorTexts(cause).map((text) => `caused by ${text}`) : []),
  ];
}

function responseText({ status, headers, body, url, redirected, history }: Extract<Outcome, { kind: 'response' }>): string {
  const reported = [
    ...(url === undefined ? [] : [`URL: ${url}`]),
    ...(redirected === undefined ? [] : [`redirected: ${redirected}`]),
    ...(history ? [`history: ${history.map((entry) => `${entry.status} ${entry.url}`).join(', ') || 'empty'}`] : []),
  ];
  return messageText([
    { is: 'start', text: `response ${status}` },
    ...noteLines(reported),
    ...fieldLines(headers),
    ...bodyLines(bytesText(body)),
  ]);
}

/** What the caller got. */
export function resultText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response':
      return responseText(outcome);
    case 'error':
      return [`error: ${outcome.class}`, ...errorTexts(outcome.error)].join('\n');
    case 'non-error':
      return `threw a value that is not an Error: ${outcome.thrown}`;
    case 'hung':
      return 'did not settle';
    case 'crashed':
      return `the process of the client crashed: ${outcome.how}`;
  }
}

function otherTexts({ told = [], leftOpen = {}, leftOut, exit }: Observation): readonly string[] {
  return [
    ...(leftOut
      ? [`${leftOut.requests} further requests and ${leftOut.outcomes} further results are like these, and are not stored`]
      : []),
    ...told.map(({ call, status, url }) => `call ${call}: redirect passed to the caller: ${status} from ${url}`),
    ...Object.entries(leftOpen).map(([origin, count]) => `connections to ${origin} left open: ${count}`),
    ...(exit ? [exit === 'ends' ? 'the process of the client could end' : 'the process of the client could not end'] : []),
  ];
}

/** What was recorded while a scenario ran against a client: calls, requests with their answers, and results. */
export function recordOf(scenario: Scenario, observation: Observation): CellRecord {
  const { requests, outcomes, blocked, printed = '' } = observation;
  const leftOut = Math.max(0, requests.length - MOST_FIRST - MOST_LAST);
  const exchanges = (list: readonly RecordedRequest[]): readonly RecordedExchange[] =>
    list.map((request) => exchangeOf(request, scenario));
  const atOnce = noteLines(scenario.atOnce ? ['all calls are made at once'] : []);
  return {
    calls: scenario.calls.map((call) => messageText([...describeCall(call), ...atOnce])),
    first: exchanges(leftOut > 0 ? requests.slice(0, MOST_FIRST) : requests),
    leftOut,
    last: exchanges(leftOut > 0 ? requests.slice(-MOST_LAST) : []),
    results: outcomes.map(resultText),
    others: otherTexts(observation),
    blocked,
    timeline: timelineOf(scenario, observation),
    printed: printed === '' ? [] : printed.split('\n'),
  };
}
