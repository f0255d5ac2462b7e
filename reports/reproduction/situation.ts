import { type Answer, casesOf, type Condition, type Response, type Route } from '../../suites/vocabulary/answer.ts';
import { type Call, callsMade } from '../../suites/vocabulary/call.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import { type OriginName, originNamed, originNames, originOf, pathOf, type Place } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { filled, hostInScript, originsNamedIn } from './fill.ts';
import { reasonPhrases } from './reason-phrases.ts';

/** The server of an origin. */
interface ServerInScript {
  readonly name: OriginName;
  /** `home.test:80`; an IPv6 address is without brackets. */
  readonly address: string;
  readonly isSecure: boolean;
}

/** The bytes of an answer. */
export interface AnswerInScript {
  /** Status line and fields with the empty line, in Latin-1; or all bytes of an answer that is no usual one. */
  readonly head: string;
  /** Not sent to HEAD. */
  readonly body?: string;
  /** The server closes the connection after it. */
  readonly closes?: true;
}

/** An answer, and when it applies. */
export interface CaseInScript {
  readonly when?: Pick<Condition, 'visit' | 'method' | 'header'>;
  readonly answer: AnswerInScript;
}

/** A call with everything filled in. */
export interface CallInScript {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderFields;
  readonly body?: string;
  readonly redirect?: 'manual' | 'error';
  readonly maxRedirects?: number;
  readonly auth?: { readonly username: string; readonly password: string };
}

/** A scenario as a script of any language needs it: names and ports as the catalogue has them, every text filled in. */
export interface Situation {
  readonly servers: readonly ServerInScript[];
  /** By `home/start`: the origin, and the path. */
  readonly answers: Readonly<Record<string, readonly CaseInScript[]>>;
  readonly calls: readonly CallInScript[];
}

/** Every origin that a scenario names, in the order of the table of origins. */
export function originsInScript({ routes, calls, alsoListening = [] }: Scenario): readonly OriginName[] {
  const named = new Set([...originsNamedIn(JSON.stringify([routes, calls])), ...alsoListening]);
  return [...named].toSorted((a, b) => originNames.indexOf(a as never) - originNames.indexOf(b as never));
}

/** Where the server of an origin listens, in the words of a script. */
export const addressInScript = (name: OriginName): string =>
  `${hostInScript(name).replaceAll(/[[\]]/g, '')}:${originNamed(name).port}`;

const serverOf = (name: OriginName): ServerInScript => ({
  name,
  address: addressInScript(name),
  isSecure: originNamed(name).scheme === 'https',
});

const CRLF = '\r\n';
const CLOSES = /^connection:\s*close\s*$/im;

const lengthOf = (text: string): number => new TextEncoder().encode(text).length;

/** RFC 9110 section 6.4.1: these never have content, and no field that would announce any. */
const hasNoContent = (status: number): boolean => status < 200 || status === 204 || status === 304;

interface Framed {
  readonly field: readonly (readonly [string, string])[];
  readonly body: string;
}

/** How the end of the body is marked. A body is one chunk. */
function framed({ framing = 'length', trailers = [] }: Response, body: string): Framed {
  if (framing === 'length') return { field: [['Content-Length', String(lengthOf(body))]], body };
  if (framing === 'close') return { field: [['Connection', 'close']], body };
  const chunk = body === '' ? [] : [lengthOf(body).toString(16), body];
  const lines = [...chunk, '0', ...trailers.map(([name, value]) => `${name}: ${filled(value)}`), '', ''];
  return { field: [['Transfer-Encoding', 'chunked']], body: lines.join(CRLF) };
}

function builtAnswer(response: Response): AnswerInScript {
  const { status, reason = reasonPhrases[status] ?? '', location, headers = [] } = response;
  const { field, body } = framed(response, filled((response.body ?? '') as string));
  const isEmpty = hasNoContent(status);
  const fields = [...(location === undefined ? [] : [['Location', location] as const]), ...headers, ...(isEmpty ? [] : field)];
  const lines = [`HTTP/1.1 ${status} ${reason}`, ...fields.map(([name, value]) => `${name}: ${filled(value)}`), '', ''];
  const head = lines.join(CRLF);
  return { head, ...(!isEmpty && body !== '' && { body }), ...(CLOSES.test(head) && { closes: true }) };
}

function answerInScript(answer: Answer): AnswerInScript {
  if (!('raw' in answer)) return builtAnswer(answer);
  const head = filled(answer.raw);
  const closes = answer.ending === 'close' || CLOSES.test(head.split(CRLF + CRLF, 1)[0] ?? '');
  return { head, ...(closes && { closes }) };
}

const conditionInScript = ({ visit, method, header }: Condition): CaseInScript['when'] & object => ({
  ...(visit !== undefined && { visit }),
  ...(method !== undefined && { method }),
  ...(header && { header: { ...header, includes: filled(header.includes) } }),
});

const casesInScript = (route: Route): readonly CaseInScript[] =>
  casesOf(route).map(({ when, answer }) => ({
    answer: answerInScript(answer),
    ...(when && { when: conditionInScript(when) }),
  }));

/** A URL with user name and password. */
const withUserinfo = (url: string, userinfo: string | undefined): string =>
  userinfo === undefined ? url : url.replace('//', `//${filled(userinfo)}@`);

const callInScript = ({ method, url, userinfo, headers = [], body, redirect, maxRedirects, auth }: Call): CallInScript => ({
  method,
  url: withUserinfo(filled(url), userinfo),
  headers: headers.map(([name, value]) => [name, filled(value)] as const),
  ...(typeof body === 'string' && { body }),
  ...(redirect && { redirect }),
  ...(maxRedirects !== undefined && { maxRedirects }),
  ...(auth && { auth: { ...auth, password: filled(auth.password) } }),
});

/** What a script has to set up and to call for a scenario. Only for one without an obstacle. */
export const situationOf = (scenario: Scenario): Situation => ({
  servers: originsInScript(scenario)
    .filter((name) => originNamed(name).flaw !== 'closed')
    .map(serverOf),
  answers: Object.fromEntries(
    Object.entries(scenario.routes).map(([place, route]) => [
      originOf(place as Place) + filled(pathOf(place as Place)),
      casesInScript(route),
    ]),
  ),
  calls: callsMade(scenario.calls).map(callInScript),
});
