import { following } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const next: Place = '{home}/next';

const fields: HeaderFields = [
  ['Accept', 'application/json'],
  ['Content-Type', 'text/plain'],
  ['X-Request-Id', '7f3a'],
];

const own: HeaderFields = [...fields, ['Authorization', 'Bearer {secret:authorization}'], ['X-Api-Key', '{secret:x-api-key}']];

const post = { method: 'POST', headers: fields, body: 'hello' } as const satisfies Partial<Call>;

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: RedirectStatus;
  readonly to: Place;
}

/** What the redirect of the first call takes away from its next request: fields, the body, or nothing. */
const rows: readonly Row[] = [
  { name: '307', title: 'a 307 within the origin', status: 307, to: '{home}/target' },
  { name: '307-to-another-host', title: 'a 307 to another host', status: 307, to: '{other}/target' },
  { name: '303', title: 'a 303 that makes it GET', status: 303, to: '{home}/target' },
  { name: '302-to-another-host', title: 'a 302 to another host that makes it GET', status: 302, to: '{other}/target' },
];

const independent = 'common/calls-are-independent';

/** A request is what the caller asks for in its call. */
const asAsked = (which: { readonly at: Place; readonly visit?: number }): readonly Check[] => [
  { fact: { kind: 'request', ...which }, rulings: [must(independent, 'POST, same body')] },
  ...own.map(([name, value]): Check => ({ fact: { kind: 'field', name, ...which }, rulings: [must(independent, value)] })),
];

const toScenario = ({ name, title, status, to }: Row): Scenario =>
  scenario({
    id: `metadata/call-after-${name}`,
    title: `The same POST in a second call, and one to another URL in a third, after ${title}`,
    routes: {
      [start]: { status, location: to },
      [to]: { status: 200, body: 'arrived' },
      [next]: { status: 200, body: 'welcome back' },
    },
    calls: [
      { ...post, url: start },
      { ...post, url: start },
      { ...post, url: next },
    ],
    covers: ['hm-handle-reuse'],
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[status] },
      ...asAsked({ at: start, visit: 2 }),
      ...asAsked({ at: next }),
    ],
  });

/** Nothing of the first call is in the second. */
const leavesNothing: Scenario = scenario({
  id: 'metadata/call-without-the-fields-of-the-first',
  title: 'A POST with fields that was redirected by 307, then a GET without them',
  routes: {
    [start]: { status: 307, location: '/target' },
    '{home}/target': { status: 200, body: 'arrived' },
    [next]: { status: 302, location: '/last' },
    '{home}/last': { status: 200, body: 'the end' },
  },
  calls: [
    { method: 'POST', url: start, headers: [['X-First', 'yes']], body: 'hello' },
    { method: 'GET', url: next },
  ],
  covers: ['hm-handle-reuse'],
  checks: [
    { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[307] },
    ...([next, '{home}/last'] as const).flatMap((at): readonly Check[] => [
      { fact: { kind: 'request', at }, rulings: [must(independent, 'GET, no body')] },
      { fact: { kind: 'field', name: 'X-First', at }, rulings: [must(independent, 'absent')] },
    ]),
  ],
});

/** A call after one that was redirected: a redirect changes the request of its own call, and nothing else. */
export const nextCalls: readonly Scenario[] = [...rows.map(toScenario), leavesNothing];
