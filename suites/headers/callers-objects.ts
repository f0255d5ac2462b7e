import { following } from '../rulings/following.ts';
import { may } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: RedirectStatus;
  readonly to: Place;
  readonly call: Partial<Call>;
}

const post: Partial<Call> = { method: 'POST', headers: [['Content-Type', 'text/plain']], body: 'hello' };

const rows: readonly Row[] = [
  { name: 'get', title: 'GET within the origin', status: 302, to: '{home}/target', call: {} },
  { name: 'to-another-host', title: 'GET to another host', status: 302, to: '{other}/target', call: {} },
  { name: 'post-303', title: 'POST that becomes GET', status: 303, to: '{home}/target', call: post },
  {
    name: 'post-307-to-another-host',
    title: 'POST that stays POST to another host',
    status: 307,
    to: '{other}/target',
    call: post,
  },
  {
    name: 'headers-object',
    title: 'POST that becomes GET at another host, with the fields in a Headers object',
    status: 303,
    to: '{other}/target',
    call: { ...post, headerShape: 'headers' },
  },
  {
    name: 'plain-object',
    title: 'POST that becomes GET at another host, with the fields in an object',
    status: 303,
    to: '{other}/target',
    call: { ...post, headerShape: 'object' },
  },
];

/** A client that drops a field for the next request drops it from a copy: the caller may use its objects again. */
export const unchangedObjects: readonly Scenario[] = rows.map(({ name, title, status, to, call }) =>
  scenario({
    id: `headers/callers-objects-${name}`,
    title: `The objects of the caller after a ${status}: ${title}`,
    needs: ['callers-objects'],
    routes: { '{home}/start': { status, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start', ...call },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[status] },
      {
        fact: { kind: 'callers-objects' },
        given: { fact: { kind: 'followed', to }, oneOf: ['followed'] },
        rulings: [may('common/callers-objects-left-alone', 'unchanged')],
      },
    ],
  }),
);
