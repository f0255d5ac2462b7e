import { following } from '../rulings/following.ts';
import { handedOver } from '../rulings/manual.ts';
import { must } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { finalBodyIsWhole, redirectStart, redirectTarget } from './shared.ts';

const page: Omit<Response, 'status'> = {
  location: redirectTarget,
  headers: [['Content-Type', 'text/html']],
  body: '<p>Moved.</p>',
};

const shownBodyIsWhole = (status: number): Check => ({
  fact: { kind: 'response-body', from: redirectStart },
  given: { fact: { kind: 'outcome' }, oneOf: [`returned ${status}`] },
  rulings: [must('common/response-is-one', 'same bytes')],
});

/** With following switched off, the redirect is the answer. Browsers hide it, as Fetch defines; other runtimes show it. */
const shown = (status: 302 | 307, framing: 'length' | 'chunked'): Scenario =>
  scenario({
    id: `redirect-bodies/shown-${status}-${framing}`,
    title: `${status} that is not followed, with a body framed by ${framing}`,
    covers: ['b-3xx-body-shown-when-not-followed'],
    routes: { [redirectStart]: { status, framing, ...page } },
    call: { method: 'GET', url: redirectStart, redirect: 'manual' },
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: handedOver(status),
      },
      shownBodyIsWhole(status),
    ],
  });

/** A redirect of any length is shown whole. */
const longShown = (framing: 'length' | 'chunked' | 'close'): Scenario =>
  scenario({
    id: `redirect-bodies/shown-302-long-${framing}`,
    title: `302 that is not followed, with a body of 200 kB framed by ${framing}`,
    covers: ['b-3xx-body-shown-when-not-followed'],
    routes: { [redirectStart]: { status: 302, framing, ...page, body: { repeat: 'sixteen letters ', times: 12_800 } } },
    call: { method: 'GET', url: redirectStart, redirect: 'manual' },
    checks: [{ fact: { kind: 'outcome' }, rulings: handedOver(302) }, shownBodyIsWhole(302)],
  });

/** A long final answer, after a redirect that has a body too. */
const longAnswer = (framing: 'length' | 'chunked' | 'close'): Scenario =>
  scenario({
    id: `redirect-bodies/final-${framing}`,
    title: `A long answer after a redirect, with a body framed by ${framing}`,
    covers: ['s-response-stream-through-redirect', 'b-redirect-response-body-discarded'],
    routes: {
      [redirectStart]: { status: 302, ...page },
      [redirectTarget]: { status: 200, framing, body: { repeat: 'and on and on it goes. ', times: 6000 } },
    },
    call: { method: 'GET', url: redirectStart },
    checks: [{ fact: { kind: 'followed', to: redirectTarget }, rulings: following[302] }, finalBodyIsWhole],
  });

/** Longer than the limits that clients set for a body which they keep in memory. */
const hugeAnswer: Scenario = scenario({
  id: 'redirect-bodies/final-huge',
  title: 'An answer of 3 MB after a redirect',
  covers: ['s-response-stream-through-redirect'],
  routes: {
    [redirectStart]: { status: 302, ...page },
    [redirectTarget]: { status: 200, body: { repeat: 'sixteen letters ', times: 187_500 } },
  },
  call: { method: 'GET', url: redirectStart },
  checks: [{ fact: { kind: 'followed', to: redirectTarget }, rulings: following[302] }, finalBodyIsWhole],
});

/** The body of a redirect that is not followed, and long bodies of the final answer. */
export const shownAndFinal: readonly Scenario[] = [
  shown(302, 'length'),
  shown(307, 'chunked'),
  ...(['length', 'chunked', 'close'] as const).map((framing) => longShown(framing)),
  ...(['length', 'chunked', 'close'] as const).map((framing) => longAnswer(framing)),
  hugeAnswer,
];
