import { STATUS_CODES } from 'node:http';
import { describeMoment, describeText } from '../../../suites/vocabulary/answer-wording.ts';
import { describeOptions } from '../../../suites/vocabulary/call-wording.ts';
import type { Bytes, Observation, Outcome, RecordedRequest, ThrownError } from '../../../suites/vocabulary/observation.ts';
import {
  casesOf,
  isStreamed,
  type Answer,
  type Call,
  type Condition,
  type HeaderFields,
  type RawAnswer,
  type Repeated,
  type Response,
  type Scenario,
} from '../../../suites/vocabulary/scenario.ts';

/** One request and what the server answered, as text. */
export interface Exchange {
  /** Where it went: `home, connection 1`. */
  readonly to: string;
  readonly request: string;
  readonly answer: string;
}

/** What happened when a scenario met a client. Between the first and the last exchanges of a runaway, `left out` were more. */
export interface Story {
  readonly calls: readonly string[];
  readonly first: readonly Exchange[];
  readonly leftOut: number;
  readonly last: readonly Exchange[];
  readonly outcomes: readonly string[];
  /** What else was seen: what the caller was told on the way, and what the client left behind. */
  readonly besides: readonly string[];
  readonly blocked: readonly string[];
}

const FIRST_TOLD = 20;
const LAST_TOLD = 2;

const fieldLines = (fields: HeaderFields): readonly string[] => fields.map(([name, value]) => `${name}: ${value}`);

function bodyText(body: Bytes): string {
  if ('text' in body) return body.text;
  return 'base64' in body ? `(${body.length} bytes, base64) ${body.base64}` : `(${body.length} bytes, SHA-256 ${body.sha256})`;
}

/** A body as it is, or in words where it is long. */
const shown = (text: string | Repeated): string => (typeof text === 'string' ? text : `(${describeText(text)})`);

const message = (head: readonly string[], body: string): string => [...head, ...(body === '' ? [] : ['', body])].join('\n');

function requestText({ httpVersion, head, method, target, headers, body, complete }: RecordedRequest): string {
  const requestLine = [method, target, ...(httpVersion === null ? [] : [`HTTP/${httpVersion}`])].join(' ');
  const lines = head === null ? [requestLine, ...fieldLines(headers)] : [head.replace(/\r\n\r\n$/, '').replaceAll('\r\n', '\n')];
  return message(lines, bodyText(body) + (complete ? '' : '\n(the announced body never came whole)'));
}

function rawText({ raw, ending }: RawAnswer): string {
  const bytes = raw === '' ? '(no answer)' : raw.replaceAll('\r\n', '\n');
  return bytes + (ending ? `\n(then ${ending})` : '');
}

function responseText(answer: Response): string {
  const { status, reason = STATUS_CODES[status] ?? '', location, headers = [], body = '', framing, trailers = [] } = answer;
  const fields: HeaderFields = location === undefined ? headers : [['Location', location], ...headers];
  const after = trailers.length > 0 ? ['', '(trailers)', ...fieldLines(trailers)].join('\n') : '';
  return message(
    [`${status} ${reason}`.trimEnd(), ...fieldLines(fields), ...(framing ? [`(${framing})`] : [])],
    shown(body) + after,
  );
}

function answerText(answer: Answer): string {
  const moment = describeMoment(answer);
  return (moment ? `(${moment})\n` : '') + ('raw' in answer ? rawText(answer) : responseText(answer));
}

function conditionText({ visit, method, header }: Condition): string {
  const parts = [
    ...(visit === undefined ? [] : [`visit ${visit}`]),
    ...(method === undefined ? [] : [method]),
    ...(header === undefined ? [] : [`${header.name} includes ${header.includes}`]),
  ];
  return parts.join(', ');
}

function whatWasAnswered({ answeredBy, complete, tunnelTo }: RecordedRequest, { routes }: Scenario): string {
  if (!answeredBy && tunnelTo) return `(a tunnel to ${tunnelTo})`;
  if (!answeredBy) return complete ? '(nothing is served at this path)' : '(cut off)';
  const route = routes[answeredBy.place];
  if (!route) return '(nothing is served at this path)';
  const chosen = casesOf(route)[answeredBy.case];
  if (!chosen) return '(no case applied)';
  const condition = chosen.when ? `(case ${answeredBy.case + 1}: ${conditionText(chosen.when)})\n` : '';
  return condition + answerText(chosen.answer);
}

const exchange = (request: RecordedRequest, scenario: Scenario): Exchange => ({
  to: [
    request.origin,
    ...(request.via ? [`via ${request.via.proxy}${request.via.tunnel ? ', by tunnel' : ''}`] : []),
    ...(request.serverName ? [`TLS for ${request.serverName}`] : []),
    ...(request.connection === null ? [] : [`connection ${request.connection}`]),
  ].join(', '),
  request: requestText(request),
  answer: whatWasAnswered(request, scenario),
});

function errorLines({ name, message: text, code, cause }: ThrownError): readonly string[] {
  return [
    `${name}: ${text}${code === undefined ? '' : ` (${code})`}`,
    ...(cause ? errorLines(cause).map((line) => `caused by ${line}`) : []),
  ];
}

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response': {
      const { status, headers, body, url, redirected, history } = outcome;
      const told = [
        ...(url === undefined ? [] : [`url: ${url}`]),
        ...(redirected === undefined ? [] : [`redirected: ${redirected}`]),
        ...(history === undefined
          ? []
          : [`history: ${history.map((entry) => `${entry.status} ${entry.url}`).join(', ') || 'empty'}`]),
      ];
      return message([`response ${status}`, ...told, ...fieldLines(headers)], bodyText(body));
    }
    case 'error':
      return [`error: ${outcome.class}`, ...errorLines(outcome.error)].join('\n');
    case 'non-error':
      return `threw what is not an Error: ${outcome.thrown}`;
    case 'hung':
      return 'never settled';
    case 'crashed':
      return `the process of the client died: ${outcome.how}`;
  }
}

const callText = (call: Call): string => {
  const { method, url, headers = [], body = '' } = call;
  const lines = [`${method} ${url}`, ...describeOptions(call), ...fieldLines(headers)];
  return message(lines, isStreamed(body) ? body.stream.join('') : shown(body));
};

function besides({ told = [], leftOpen = {}, exit }: Observation): readonly string[] {
  return [
    ...told.map(({ call, status, url }) => `call ${call}: told of the ${status} of ${url}`),
    ...Object.entries(leftOpen).map(([origin, count]) => `${count} connections to ${origin} left open`),
    ...(exit ? [exit === 'ends' ? 'the process of the client ended' : 'the process of the client did not end'] : []),
  ];
}

/** The wire exchange of a scenario, hop by hop, and what the caller asked for and got. */
export function tellStory(scenario: Scenario, observation: Observation): Story {
  const { requests, outcomes, blocked } = observation;
  const runaway = requests.length > FIRST_TOLD + LAST_TOLD;
  const tell = (list: readonly RecordedRequest[]): readonly Exchange[] => list.map((request) => exchange(request, scenario));
  return {
    calls: scenario.calls.map((call) => callText(call) + (scenario.atOnce ? '\n(all calls at once)' : '')),
    first: tell(runaway ? requests.slice(0, FIRST_TOLD) : requests),
    leftOut: runaway ? requests.length - FIRST_TOLD - LAST_TOLD : 0,
    last: runaway ? tell(requests.slice(-LAST_TOLD)) : [],
    outcomes: outcomes.map(outcomeText),
    besides: besides(observation),
    blocked,
  };
}
