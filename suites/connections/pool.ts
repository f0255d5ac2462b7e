import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Answer, Repeated, Response, Routes } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { CheckOf } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';
const arrived: Response = { status: 200, body: 'arrived' };

const get: Call = { method: 'GET', url: start };

const large: Repeated = { repeat: 'sixteen letters ', times: 8192 };

interface Row {
  readonly name: string;
  readonly title: string;
  readonly redirect: Answer;
  readonly covers?: readonly RowId[];
}

const rows: readonly Row[] = [
  { name: 'short', title: 'with a short body', redirect: { status: 302, location: target, body: 'moved' } },
  { name: 'large', title: 'of 128 kB', redirect: { status: 302, location: target, body: large } },
  {
    name: 'chunked',
    title: 'of 128 kB in chunks',
    redirect: { status: 302, location: target, body: large, framing: 'chunked' },
  },
  {
    name: 'endless',
    title: 'whose body never ends',
    redirect: { raw: `HTTP/1.1 302 Found\r\nLocation: ${target}\r\nContent-Length: 100\r\n\r\nhalf of what` },
    covers: ['ab-hanging-3xx-body', 'cr-slow-body-not-reused'],
  },
];

const pipelined = 'RFC 9112 section 9.3.2 allows pipelining: the client sends the next request before the response is complete.';

/** As long as a body is incomplete, its connection is used for another request only by a client that pipelines. */
const notOnThatConnection: CheckOf<'reuse'> = {
  fact: { kind: 'reuse', from: start, at: target },
  rulings: [may('rfc9112/body-read-before-reuse', 'another connection', pipelined)],
};

/** A client that may use one connection must finish the response or close the connection before it follows. */
const toScenario = ({ name, title, redirect, covers }: Row): Scenario =>
  scenario({
    id: `connections/only-one-${name}`,
    title: `One connection to each origin, and a redirect ${title}`,
    needs: ['agent'],
    ...(covers && { covers }),
    routes: { [start]: redirect, [target]: arrived },
    call: get,
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      ...(name === 'endless' ? [notOnThatConnection] : []),
    ],
  });

const secondCallWorks: CheckOf<'outcome'> = {
  fact: { kind: 'outcome', call: 2 },
  rulings: [must('common/next-call-unharmed', 'returned 200')],
};

const toUnfollowed: Routes = { [start]: { status: 302, location: target, body: large }, [target]: arrived };

/** The only connection, after a redirect that was not followed. */
const afterUnfollowed: readonly Scenario[] = [
  scenario({
    id: 'connections/only-one-after-refusal',
    title: 'One connection to each origin, and a call after one in error mode',
    needs: ['agent'],
    routes: toUnfollowed,
    calls: [
      { ...get, redirect: 'error' },
      { method: 'GET', url: target },
    ],
    checks: [secondCallWorks],
  }),
  scenario({
    id: 'connections/only-one-after-manual',
    title: 'One connection to each origin, and a call after one in manual mode',
    needs: ['agent'],
    routes: toUnfollowed,
    calls: [
      { ...get, redirect: 'manual' },
      { method: 'GET', url: target },
    ],
    checks: [secondCallWorks],
  }),
];

/** An agent of Node.js supports one scheme only; a client that keeps the first agent throws at the other scheme. */
const perScheme: Scenario = scenario({
  id: 'connections/agent-per-scheme',
  title: 'Agents of the caller, and a chain from http to https and back',
  needs: ['agent'],
  covers: ['tls-per-protocol-agent', 'tls-agent-options-reused'],
  routes: {
    [start]: { status: 302, location: '{home-tls}/middle' },
    '{home-tls}/middle': { status: 302, location: target },
    [target]: arrived,
  },
  call: get,
  checks: [
    { fact: { kind: 'followed', to: '{home-tls}/middle' }, rulings: following[302] },
    {
      fact: { kind: 'next', after: '{home-tls}/middle' },
      given: { fact: { kind: 'followed', to: '{home-tls}/middle' }, oneOf: ['followed'] },
      rulings: [
        must('fetch/follows-by-default', target),
        must('adr-016/rule-1', target),
        must('strict/no-downgrade', ['returned 302', 'error: redirect-refused']),
      ],
    },
  ],
});

/** Clients that may open one connection to each origin. */
export const singleConnection: readonly Scenario[] = [...rows.map(toScenario), ...afterUnfollowed, perScheme];
