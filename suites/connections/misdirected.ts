import { followingAlong } from '../rulings/following.ts';
import { keptElsewhere } from '../rulings/bodies.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Route } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check, Given } from '../vocabulary/check.ts';
import { type OriginName, originOf, type PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Way {
  readonly name: string;
  readonly title: string;
  readonly from: PathPlace;
  readonly to: PathPlace;
  readonly http2?: true;
}

const ways: readonly Way[] = [
  { name: '', title: '', from: '{home-tls}/start', to: '{other-tls}/target' },
  { name: '-h2', title: ', over HTTP/2', from: '{h2}/start', to: '{other-h2}/target', http2: true },
];

const misdirected = { status: 421, body: 'not here' } as const;
const once: Route = [{ when: { visit: 1 }, answer: misdirected }, { answer: { status: 200, body: 'arrived' } }];

const again = (to: PathPlace): Given => ({ fact: { kind: 'requests', at: to }, oneOf: ['2'] });

/** What is retried is the request that was answered by 421, on a connection of its own. */
const retried = (from: PathPlace, to: PathPlace): readonly Check[] => {
  const server: OriginName = originOf(to);
  return [
    {
      fact: { kind: 'requests', at: to },
      given: { fact: { kind: 'followed', to }, oneOf: ['followed'] },
      rulings: [must('fetch/421-retried', '2'), may('rfc9110/421-may-be-retried', ['1', '2'])],
    },
    {
      fact: { kind: 'requests', at: from },
      given: { fact: { kind: 'followed', to }, oneOf: ['followed'] },
      rulings: [must('fetch/421-retried', '1'), may('rfc9110/421-may-be-retried', '1')],
    },
    {
      fact: { kind: 'connections', to: server },
      given: again(to),
      rulings: [must('fetch/421-retried', '2'), may('rfc9110/421-may-be-retried', '2')],
    },
  ];
};

/** A call that is redirected to a server which answers 421. */
const atFirst = ({ name, title, from, to, http2 }: Way, status: 302 | 307): Scenario => {
  const request: Call = status === 307 ? { method: 'POST', url: from, body: 'name=Zoë' } : { method: 'GET', url: from };
  return scenario({
    id: `connections/misdirected-${status}${name}`,
    title: `${request.method} answered by ${status}, and by a 421 the first time at the target${title}`,
    routes: { [from]: { status, location: to }, [to]: once },
    call: { ...request, ...(http2 && { http2 }) },
    plant: ['cookie'],
    checks: [
      { fact: { kind: 'followed', to }, rulings: followingAlong([from, to], status) },
      {
        fact: { kind: 'outcome' },
        given: again(to),
        rulings: [must('fetch/421-retried', 'returned 200'), may('rfc9110/421-may-be-retried', 'returned 200')],
      },
      ...retried(from, to),
      ...(status === 307
        ? [{ fact: { kind: 'request', at: to, visit: 2 }, rulings: keptElsewhere(status) } as const satisfies Check]
        : []),
    ],
  });
};

/** A 421 every time is for the caller: another attempt would end in the same way. */
const always = ({ name, title, from, to, http2 }: Way): Scenario =>
  scenario({
    id: `connections/misdirected-always${name}`,
    title: `A 302 to a server that answers every request by 421${title}`,
    routes: { [from]: { status: 302, location: to }, [to]: misdirected },
    call: { method: 'GET', url: from, ...(http2 && { http2 }) },
    checks: [
      { fact: { kind: 'followed', to }, rulings: followingAlong([from, to], 302) },
      {
        fact: { kind: 'outcome' },
        given: { fact: { kind: 'followed', to }, oneOf: ['followed'] },
        rulings: [must('fetch/421-retried', 'returned 421'), may('rfc9110/421-may-be-retried', 'returned 421')],
      },
      ...retried(from, to),
    ],
  });

/** Redirects to a server that says that it is the wrong one. */
export const misdirectedRequests: readonly Scenario[] = ways.flatMap((way) => [
  atFirst(way, 302),
  atFirst(way, 307),
  always(way),
]);
