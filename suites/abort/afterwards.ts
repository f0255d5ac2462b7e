import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const arrived = { status: 200, body: 'arrived' } as const;

const rejected = [
  must('fetch/rejects-with-the-reason', 'error: aborted'),
  should('convention/abort-ends-the-chain', 'error: aborted'),
];

const noRequest = [must('fetch/abort-ends-the-fetch', '0'), should('convention/abort-ends-the-chain', '0')];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly redirect?: 'error';
  readonly covers?: readonly RowId[];
}

const rows: readonly Row[] = [
  { name: 'before-the-start', title: 'The caller aborts before the call begins' },
  {
    name: 'error-mode',
    title: 'The caller aborts before the call begins, in error mode',
    redirect: 'error',
    covers: ['rm-error-with-abort'],
  },
];

const toScenario = ({ name, title, redirect, covers }: Row): Scenario =>
  scenario({
    id: `abort/${name}`,
    title,
    ...(covers && { covers }),
    routes: { '{home}/start': { status: 302, location: '{home}/target' }, '{home}/target': arrived },
    call: { method: 'GET', url: '{home}/start', abort: { on: 'start' }, ...(redirect && { redirect }) },
    checks: [
      {
        fact: { kind: 'requests' },
        rulings: [must('fetch/aborted-before-it-begins', '0'), should('convention/abort-ends-the-chain', '0')],
      },
      { fact: { kind: 'outcome' }, rulings: rejected },
    ],
  });

const places = ['{home}/start', '{home}/middle', '{home}/target'] as const;

const onRedirect: readonly Scenario[] = ([1, 2] as const).map((abortAt) =>
  scenario({
    id: `abort/when-told-of-redirect-${abortAt}`,
    title: `The caller aborts in its function that is called before redirect ${abortAt}`,
    covers: ['ab-in-callback'],
    routes: {
      [places[0]]: { status: 302, location: places[1] },
      [places[1]]: { status: 302, location: places[2] },
      [places[2]]: arrived,
      '{home}/again': arrived,
    },
    calls: [
      { method: 'GET', url: places[0], onRedirect: { abortAt } },
      { method: 'GET', url: '{home}/again' },
    ],
    checks: [
      { fact: { kind: 'outcome' }, rulings: rejected },
      { fact: { kind: 'requests', at: places[abortAt] }, rulings: noRequest },
    ],
  }),
);

/** After an abort no further request is sent, and the client works as before. */
export const afterwards: readonly Scenario[] = [
  ...rows.map(toScenario),
  ...onRedirect,
  scenario({
    id: 'abort/no-further-hop',
    title: 'A redirect that arrives after the caller has aborted is not followed',
    covers: ['to-no-more-requests'],
    routes: {
      '{home}/start': { status: 302, location: '{home}/middle' },
      '{home}/middle': { status: 302, location: '{home}/target', sent: 'after the call' },
      '{home}/target': arrived,
      '{home}/again': arrived,
    },
    calls: [
      { method: 'GET', url: '{home}/start', abort: { on: { request: '{home}/middle' } } },
      // By the time this call is answered, any further request of the first call has arrived.
      { method: 'GET', url: '{home}/again' },
    ],
    checks: [
      { fact: { kind: 'followed', to: '{home}/middle' }, rulings: following[302] },
      { fact: { kind: 'requests', at: '{home}/target' }, rulings: noRequest },
      { fact: { kind: 'outcome', call: 2 }, rulings: [must('common/next-call-unharmed', 'returned 200')] },
    ],
  }),
  scenario({
    id: 'abort/next-call',
    title: 'A call after one that was aborted in the middle of its chain',
    routes: {
      '{home}/start': { status: 302, location: '{home}/target' },
      '{home}/target': [{ when: { visit: 1 }, answer: { raw: '' } }, { answer: arrived }],
    },
    calls: [
      { method: 'GET', url: '{home}/start', abort: { on: { request: '{home}/target' } } },
      { method: 'GET', url: '{home}/start' },
    ],
    checks: [
      { fact: { kind: 'followed', to: '{home}/target', call: 2 }, rulings: following[302] },
      {
        fact: { kind: 'outcome', call: 2 },
        given: { fact: { kind: 'followed', to: '{home}/target' }, oneOf: ['followed'] },
        rulings: [must('common/next-call-unharmed', 'returned 200')],
      },
    ],
  }),
];
