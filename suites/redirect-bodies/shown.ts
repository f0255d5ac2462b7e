import { following } from '../following.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Response, Scenario } from '../vocabulary/scenario.ts';
import { finalBody, start, target } from './checks.ts';

const page: Omit<Response, 'status'> = { location: target, headers: [['Content-Type', 'text/html']], body: '<p>Moved.</p>' };

/** With following switched off, the redirect is the answer. Browsers hide it, as Fetch has it; other runtimes show it. */
const shown = (status: 302 | 307, framing: 'length' | 'chunked'): Scenario =>
  scenario({
    id: `redirect-bodies/shown-${status}-${framing}`,
    title: `${status} that is not followed, its body told by ${framing}`,
    covers: ['b-3xx-body-shown-when-not-followed'],
    routes: { [start]: { status, framing, ...page } },
    call: { method: 'GET', url: start, redirect: 'manual' },
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          may(
            'fetch/manual-mode-is-opaque',
            ['returned 0', `returned ${status}`],
            'Outside browsers the redirect itself is shown.',
          ),
          must('adr-016/rule-1', `returned ${status}`),
          should('convention/manual-shows-the-redirect', ['returned 0', `returned ${status}`]),
        ],
      },
      {
        fact: { kind: 'response-body', from: start },
        given: { fact: { kind: 'outcome' }, oneOf: [`returned ${status}`] },
        rulings: [must('common/response-is-one', 'same bytes')],
      },
    ],
  });

/** A long final answer, after a redirect that had a body of its own. */
const final = (framing: 'length' | 'chunked' | 'close'): Scenario =>
  scenario({
    id: `redirect-bodies/final-${framing}`,
    title: `A long answer behind a redirect, its body told by ${framing}`,
    covers: ['s-response-stream-through-redirect', 'b-redirect-response-body-discarded'],
    routes: {
      [start]: { status: 302, ...page },
      [target]: { status: 200, framing, body: { repeat: 'and on and on it goes. ', times: 6000 } },
    },
    call: { method: 'GET', url: start },
    checks: [{ fact: { kind: 'followed', to: target }, rulings: following[302] }, finalBody],
  });

export const shownAndFinal: readonly Scenario[] = [
  shown(302, 'length'),
  shown(307, 'chunked'),
  ...(['length', 'chunked', 'close'] as const).map((framing) => final(framing)),
];
