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
];

const bodyOf = { GET: 'no body', POST: 'same body', PUT: 'same body' } as const;

/** Each redirect applies to the request before it. RFC 9110 lets a POST stay POST on 302. */
function rulingsAfter(status: RedirectStatus, method: Method, wasPost: boolean): readonly RulingOn<'request'>[] {
  const same = `${method}, ${bodyOf[method]}` as const;
  switch (status) {
    case 301:
    case 302:
      return [
        must(wasPost ? 'fetch/post-becomes-get' : 'fetch/method-kept', same),
        may('rfc9110/may-follow', [same, 'POST, same body']),
        must('adr-016/rule-2', same),
      ];
    case 303:
      return [must('fetch/303-becomes-get', same), should('rfc9110/303-is-retrieved', same), must('adr-016/rule-3', same)];
    case 307:
    case 308:
      return [
        must('fetch/method-kept', same),
        should('rfc9110/request-resent', [same, 'POST, same body']),
        must(status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5', same),
      ];
  }
}

const stop = (index: number): Place => `{home}/stop-${index}`;

const toScenario = ({ id, title, method, redirects, covers }: Chain): Scenario => {
  const last = stop(redirects.length);
  const routes: Routes = Object.fromEntries([
    ...redirects.map(([status], index) => [stop(index), { status, location: stop(index + 1), body: 'moved' }] as const),
    [last, { status: 200, body: 'arrived' }] as const,
  ]);
  const requests = redirects.map(([status, then], index): Check => {
    const before = redirects[index - 1]?.[1] ?? method;
    return { fact: { kind: 'request', at: stop(index + 1) }, rulings: rulingsAfter(status, then, before === 'POST') };
  });
  return scenario({
    id: `request-bodies/${id}`,
    title,
    ...(covers && { covers }),
    routes,
    call: { method, url: stop(0), headers: [['Content-Type', 'text/plain']], body: 'the same at every stop' },
    checks: [{ fact: { kind: 'followed', to: last }, rulings: following[redirects.at(-1)?.[0] ?? 307] }, ...requests],
  });
};

/** Several redirects: a body is kept at every stop, and does not come back once it was dropped. */
export const bodyChains: readonly Scenario[] = chains.map(toScenario);
