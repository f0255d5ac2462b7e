import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { RawAnswer } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

interface Redirected {
  readonly name: string;
  readonly status: 302 | 307;
  readonly call: Call;
}

const get: Redirected = { name: '302-get', status: 302, call: { method: 'GET', url: start } };
const post: Redirected = { name: '307-post', status: 307, call: { method: 'POST', url: start, body: 'name=Zoë' } };

const failed = not('returned 200');

const flagged =
  'RFC 9112 asks the client to record the response as incomplete; it does not forbid returning the received part together with that information.';

/** A redirect to a port where nothing listens. */
const closed: readonly Scenario[] = [get, post].map(({ name, status, call }) =>
  scenario({
    id: `connections/closed-port-${name}`,
    title: `${status} on ${call.method} to a port where nothing listens`,
    covers: ['e-refused'],
    routes: { [start]: { status, location: '{closed}/target' } },
    call,
    checks: [{ fact: { kind: 'outcome' }, rulings: [must('fetch/no-connection-no-response', 'any error')] }],
  }),
);

interface Break {
  readonly name: string;
  readonly title: string;
  readonly answer: RawAnswer;
  readonly rulings: readonly RulingOn<'outcome'>[];
  readonly covers?: readonly RowId[];
}

const text = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n';

const breaks: readonly Break[] = [
  {
    name: 'before-the-answer',
    title: 'before it has answered',
    answer: { raw: '', ending: 'close' },
    rulings: [must('fetch/no-answer-no-response', 'any error')],
  },
  {
    name: 'in-the-body',
    title: 'in the middle of its body',
    answer: { raw: `${text}Content-Length: 100\r\n\r\nhalf of what`, ending: 'close' },
    rulings: [must('fetch/broken-body-rejects', failed), should('rfc9112/short-body-is-incomplete', failed, flagged)],
    covers: ['e-during-target-body'],
  },
  {
    name: 'in-a-chunk',
    title: 'in the middle of a chunk of its body',
    answer: { raw: `${text}Transfer-Encoding: chunked\r\n\r\n64\r\nhalf of what`, ending: 'close' },
    rulings: [must('fetch/broken-body-rejects', failed), should('rfc9112/incomplete-is-recorded', failed, flagged)],
    covers: ['e-during-target-body'],
  },
];

/** A target whose connection ends too early: an incomplete response is not returned as a complete one. */
const toScenario = ({ name, title, answer, rulings, covers }: Break): Scenario =>
  scenario({
    id: `connections/target-ends-${name}`,
    title: `The target ends the connection ${title}`,
    ...(covers && { covers }),
    routes: { [start]: { status: 302, location: target }, [target]: answer },
    call: get.call,
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      {
        fact: { kind: 'outcome' },
        given: { fact: { kind: 'followed', to: target }, oneOf: ['followed'] },
        rulings,
      },
    ],
  });

/** The same for a redirect in manual mode. If the client follows, chance decides whether the connection ends or the target is requested first. */
const redirectCut: Scenario = scenario({
  id: 'connections/redirect-ends-in-the-body',
  title: 'A redirect in manual mode ends in the middle of its body',
  routes: {
    [start]: {
      raw: `HTTP/1.1 302 Found\r\nLocation: ${target}\r\nContent-Length: 100\r\n\r\nhalf of what`,
      ending: 'close',
    },
  },
  call: { ...get.call, redirect: 'manual' },
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [
        may('fetch/manual-mode-is-opaque', ['returned 0', 'returned 302', 'any error']),
        may('rfc9112/short-body-is-incomplete', ['returned 302', 'any error'], flagged),
      ],
    },
  ],
});

/** Targets that cannot be reached, and answers that are cut off. */
export const brokenConnections: readonly Scenario[] = [...closed, ...breaks.map(toScenario), redirectCut];
