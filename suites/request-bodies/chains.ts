import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

type Method = 'GET' | 'POST' | 'PUT';

interface Chain {
  readonly id: string;
  readonly title: string;
  readonly method: 'POST' | 'PUT';
  /** Each redirect, and the method of the request after it in Fetch. */
  readonly redirects: readonly (readonly [status: RedirectStatus, method: Method])[];
  readonly covers?: readonly RowId[];
}

const chains: readonly Chain[] = [
  {
    id: '307-308-307-post',
    title: 'POST by 307, 308 and 307',
    method: 'POST',
    redirects: [
      [307, 'POST'],
      [308, 'POST'],
      [307, 'POST'],
    ],
    covers: ['b-multi-hop-replay'],
  },
  {
    id: '308-307-308-put',
    title: 'PUT by 308, 307 and 308',
    method: 'PUT',
    redirects: [
      [308, 'PUT'],
      [307, 'PUT'],
      [308, 'PUT'],
    ],
    covers: ['b-multi-hop-replay'],
  },
  {
    id: '307-302-307-post',
    title: 'POST by 307, then 302, then 307',
    method: 'POST',
    redirects: [
      [307, 'POST'],
      [302, 'GET'],
      [307, 'GET'],
    ],
    covers: ['b-307-then-302-no-leak'],
  },
  {
    id: '307-303-308-302-post',
    title: 'POST by 307, then 303, then 308 and 302',
    method: 'POST',
    redirects: [
      [307, 'POST'],
      [303, 'GET'],
      [308, 'GET'],
      [302, 'GET'],
    ],
    covers: ['m-chain-302-then-308-body', 'b-307-then-302-no-leak'],
  },
  {
    id: '303-301-put',
    title: 'PUT by 303, then 301',
    method: 'PUT',
    redirects: [
      [303, 'GET'],
      [301, 'GET'],
    ],
    covers: ['m-put-303-then-301'],
  },
  {
    id: '301-307-post',
    title: 'POST by 301, then 307',
    method: 'POST',
    redirects: [
      [301, 'GET'],
      [307, 'GET'],
    ],
  },
  {
    id: '302-302-post',
    title: 'POST by 302, twice',
    method: 'POST',
    redirects: [
      [302, 'GET'],
      [302, 'GET'],
    ],
  },
  {
    id: '303-302-post',
    title: 'POST by 303, then 302',
    method: 'POST',
    redirects: [
      [303, 'GET'],
      [302, 'GET'],
    ],
  },
  {
    id: '303-303-307-post',
    title: 'POST by 303, twice, then 307',
    method: 'POST',
    redirects: [
      [303, 'GET'],
      [303, 'GET'],
      [307, 'GET'],
    ],
  },
];

const bodyOf = { GET: 'no body', POST: 'same body', PUT: 'same body' } as const;

interface Step {
  readonly status: RedirectStatus;
  /** The method of the request after it in Fetch. */
  readonly method: Method;
  /** Whether it redirects a POST in Fetch. */
  readonly wasPost: boolean;
  /** Whether RFC 9110 lets the request still be a POST: no 303 has turned it into a GET. */
  readonly mayBePost: boolean;
}

/** Each redirect applies to the request before it. RFC 9110 lets a POST stay POST on 301 and 302. */
function rulingsAfter({ status, method, wasPost, mayBePost }: Step): readonly RulingOn<'request'>[] {
  const same = `${method}, ${bodyOf[method]}` as const;
  switch (status) {
    case 301:
    case 302:
      return [
        must(wasPost ? 'fetch/post-becomes-get' : 'fetch/method-kept', same),
        mayBePost
          ? may(`rfc9110/${status}-post-may-become-get`, [same, 'POST, same body'])
          : should('rfc9110/method-by-status', same),
        must('adr-016/rule-2', same),
      ];
    case 303:
      return [
        must('fetch/303-becomes-get', same),
        should('rfc9110/303-is-retrieved', [same, 'HEAD, no body']),
        must('adr-016/rule-3', same),
      ];
    case 307:
    case 308:
      return [
        must('fetch/method-kept', same),
        should('rfc9110/request-resent', mayBePost ? [same, 'POST, same body'] : same),
        must(status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5', same),
      ];
  }
}

const stop = (index: number): Place => `{home}/stop-${index}`;

/** Once the body is gone, nothing describes it, at any later stop. */
const noContentType = (index: number): Check => ({
  fact: { kind: 'field', name: 'Content-Type', at: stop(index) },
  given: { fact: { kind: 'request', at: stop(index) }, oneOf: ['GET, no body'] },
  rulings: [must('fetch/body-headers-dropped', 'absent'), should('rfc9110/content-fields-dropped', 'absent')],
});

const toScenario = ({ id, title, method, redirects, covers }: Chain): Scenario => {
  const last = stop(redirects.length);
  const routes: Routes = Object.fromEntries([
    ...redirects.map(([status], index) => [stop(index), { status, location: stop(index + 1), body: 'moved' }] as const),
    [last, { status: 200, body: 'arrived' }] as const,
  ]);
  const requests = redirects.map(([status, then], index): Check => {
    const before = redirects[index - 1]?.[1] ?? method;
    const mayBePost = method === 'POST' && redirects.slice(0, index + 1).every(([each]) => each !== 303);
    const step: Step = { status, method: then, wasPost: before === 'POST', mayBePost };
    return { fact: { kind: 'request', at: stop(index + 1) }, rulings: rulingsAfter(step) };
  });
  return scenario({
    id: `request-bodies/${id}`,
    title,
    ...(covers && { covers }),
    routes,
    call: { method, url: stop(0), headers: [['Content-Type', 'text/plain']], body: 'the same at every stop' },
    checks: [
      { fact: { kind: 'followed', to: last }, rulings: following[redirects.at(-1)?.[0] ?? 307] },
      ...requests,
      ...redirects.flatMap(([, then], index) => (then === 'GET' ? [noContentType(index + 1)] : [])),
    ],
  });
};

/** Several redirects: a body is kept at every stop, and does not come back once it was dropped. */
export const bodyChains: readonly Scenario[] = chains.map(toScenario);
