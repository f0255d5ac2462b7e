import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const arrived = { status: 200, body: 'arrived' } as const;

interface Row {
  readonly name: string;
  readonly title: string;
  readonly redirect?: 'error';
  readonly covers?: readonly RowId[];
}

const rows: readonly Row[] = [
  { name: 'before-the-start', title: 'The caller gives up before the call begins' },
  {
    name: 'error-mode',
    title: 'The caller gives up before the call begins, and wants no redirect either',
    redirect: 'error',
    covers: ['rm-error-with-abort'],
  },
];

const beforeTheStart: readonly Scenario[] = rows.map(({ name, title, redirect, covers }) =>
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
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/rejects-with-the-reason', 'error: aborted'),
          should('convention/abort-ends-the-chain', 'error: aborted'),
        ],
      },
    ],
  }),
);

/** Where the caller of `whenTold` is told of redirect 1 and 2, and where the second leads. */
const stations = ['{home}/start', '{home}/middle', '{home}/target'] as const;

const whenTold: readonly Scenario[] = ([1, 2] as const).map((abortAt) =>
  scenario({
    id: `abort/when-told-of-redirect-${abortAt}`,
    title: `The caller gives up in the function that is told of redirect ${abortAt}`,
    covers: ['ab-in-callback'],
    routes: {
      [stations[0]]: { status: 302, location: stations[1] },
      [stations[1]]: { status: 302, location: stations[2] },
      [stations[2]]: arrived,
      '{home}/again': arrived,
    },
    calls: [
      { method: 'GET', url: stations[0], onRedirect: { abortAt } },
      { method: 'GET', url: '{home}/again' },
    ],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/rejects-with-the-reason', 'error: aborted'),
          should('convention/abort-ends-the-chain', 'error: aborted'),
        ],
      },
      {
        fact: { kind: 'requests', at: stations[abortAt] },
        rulings: [must('fetch/abort-ends-the-fetch', '0'), should('convention/abort-ends-the-chain', '0')],
      },
    ],
  }),
);

/** What an abort leaves behind: no request more, and a client that works as before. */
export const afterwards: readonly Scenario[] = [
  ...beforeTheStart,
  ...whenTold,
  scenario({
    id: 'abort/no-further-hop',
    title: 'A redirect that comes after the caller has given up is not followed',
    covers: ['to-no-more-requests'],
    routes: {
      '{home}/start': { status: 302, location: '{home}/middle' },
      '{home}/middle': { status: 302, location: '{home}/target', sent: 'after the call' },
      '{home}/target': arrived,
      '{home}/again': arrived,
    },
    calls: [
      { method: 'GET', url: '{home}/start', abort: { on: { request: '{home}/middle' } } },
      // By the time this one is answered, whatever was to follow the other has come.
      { method: 'GET', url: '{home}/again' },
    ],
    checks: [
      { fact: { kind: 'followed', to: '{home}/middle' }, rulings: following[302] },
      {
        fact: { kind: 'requests', at: '{home}/target' },
        rulings: [must('fetch/abort-ends-the-fetch', '0'), should('convention/abort-ends-the-chain', '0')],
      },
      { fact: { kind: 'outcome', call: 2 }, rulings: [must('common/next-call-unharmed', 'returned 200')] },
    ],
  }),
  scenario({
    id: 'abort/next-call',
    title: 'A call after one that was given up in the middle of its chain',
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
