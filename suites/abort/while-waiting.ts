import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Answer, Routes } from '../vocabulary/answer.ts';
import type { Abort, Call } from '../vocabulary/call.ts';
import type { CheckOf, Given, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

/** The server never answers. */
const silence: Answer = { raw: '' };

interface Row {
  readonly name: string;
  readonly title: string;
  readonly routes: Routes;
  readonly call?: Call;
  readonly abort: Exclude<Abort, { readonly on: 'start' }>;
  /** The last place that gets a request, and the rulings on following to it. Absent if the first place never answers. */
  readonly arrives?: { readonly at: Place; readonly rulings: readonly RulingOn<'followed'>[] };
  readonly covers?: readonly RowId[];
  readonly needs?: readonly ['fetch-response'];
}

const get: Call = { method: 'GET', url: start };

/** A GET that is redirected once. The caller aborts while the client waits for the target. */
const once = (status: RedirectStatus, to: Place = target, answer: Answer = silence): Pick<Row, 'routes' | 'arrives'> => ({
  routes: { [start]: { status, location: to }, [to]: answer },
  arrives: { at: to, rulings: following[status] },
});

const half = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf of what';

const rows: readonly Row[] = [
  {
    name: 'first-answer',
    title: 'the client waits for the first answer',
    routes: { [start]: silence },
    abort: { on: { request: start } },
  },
  ...redirectStatuses.map((status): Row => ({
    name: `target-of-${status}`,
    title: `the client waits for the target of a ${status}`,
    ...once(status),
    abort: { on: { request: target } },
    covers: ['to-final-hop', 'ab-during-redirect'],
  })),
  {
    name: 'target-of-post',
    title: 'the client waits for the target of a 307 that keeps the body',
    ...once(307),
    call: { method: 'POST', url: start, body: 'name=Zoë' },
    abort: { on: { request: target } },
    covers: ['ab-during-redirect'],
  },
  {
    name: 'other-host',
    title: 'the client waits for a target at another host',
    ...once(302, '{other}/target'),
    abort: { on: { request: '{other}/target' } },
    covers: ['to-slow-new-connection'],
  },
  {
    name: 'third-hop',
    title: 'the client waits for the third of three targets',
    routes: {
      [start]: { status: 302, location: '{home}/1' },
      '{home}/1': { status: 302, location: '{home}/2' },
      '{home}/2': { status: 302, location: '{home}/3' },
      '{home}/3': silence,
    },
    arrives: { at: '{home}/3', rulings: following[302] },
    abort: { on: { request: '{home}/3' } },
    covers: ['to-whole-chain', 'ab-context-propagated'],
  },
  {
    name: 'body-of-the-target',
    title: 'the client reads the body of the target',
    ...once(302, target, { raw: half }),
    abort: { on: { answer: target } },
    covers: ['ab-body-after-redirect'],
  },
];

const aborted = ['error: aborted', 'error: timeout'] as const;

/** The call ends with the error of an abort, whatever the client was waiting for. */
const ended = (given: Given | undefined, { abort: { reason }, needs }: Row): CheckOf<'outcome'> => ({
  fact: { kind: 'outcome' },
  ...(given && { given }),
  rulings: [
    must('fetch/abort-ends-the-fetch', aborted),
    // Only clients with the interface of Fetch are bound to reject with the reason of the signal.
    ...(reason && !needs ? [] : [must('fetch/rejects-with-the-reason', reason ? 'error: timeout' : 'error: aborted')]),
    should('convention/abort-ends-the-chain', aborted),
  ],
});

function toScenario(row: Row): Scenario {
  const { name, title, routes, call = get, abort, arrives, covers, needs } = row;
  const followed = arrives && ({ fact: { kind: 'followed', to: arrives.at }, rulings: arrives.rulings } as const);
  const given = followed && ({ fact: followed.fact, oneOf: ['followed'] } as const);
  return scenario({
    id: `abort/${name}`,
    title,
    ...(covers && { covers }),
    ...(needs && { needs }),
    routes,
    call: { ...call, abort },
    checks: [...(followed ? [followed] : []), ended(given, row)],
  });
}

const deadlines: readonly Row[] = rows
  .filter(({ name }) => ['first-answer', 'target-of-302', 'third-hop', 'body-of-the-target'].includes(name))
  .map((row) => ({
    ...row,
    name: `deadline-${row.name}`,
    title: `The deadline passes while ${row.title}`,
    abort: { ...row.abort, reason: 'timeout' },
  }));

/** A deadline is a reason of the signal, and Fetch rejects with that reason. */
const deadlineByFetch: Row = {
  name: 'deadline-by-fetch',
  title: 'The deadline passes while the client waits for the target, and the call is one of Fetch',
  needs: ['fetch-response'],
  ...once(302),
  abort: { on: { request: target }, reason: 'timeout' },
};

/** The caller aborts, or its deadline passes, while the client waits for something. */
export const whileWaiting: readonly Scenario[] = [
  ...rows.map((row) => ({ ...row, title: `The caller aborts while ${row.title}` })),
  ...deadlines,
  deadlineByFetch,
].map(toScenario);
