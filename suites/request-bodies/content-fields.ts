import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { uploadTarget } from './shared.ts';

/** The four fields that Fetch removes with a body. */
const listed = [
  ['Content-Type', 'text/plain'],
  ['Content-Encoding', 'identity'],
  ['Content-Language', 'de'],
  ['Content-Location', '/draft'],
] as const;

/** Two more fields that RFC 9110 names, and others that belong to its open list. */
const unlisted = [
  ['Digest', 'sha-256=LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ='],
  ['Last-Modified', 'Tue, 03 Apr 2018 09:00:00 GMT'],
  ['Content-MD5', 'XUFAKrxLKna5cZ2REBfFkg=='],
  ['Content-Digest', 'sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:'],
  ['Content-Disposition', 'attachment; filename="hello.txt"'],
  ['Content-Range', 'bytes 0-4/10'],
] as const;

const openList = 'The list of removed fields is closed in Fetch and open in RFC 9110.';

const whenDropped = (name: string, value: string, isListed: boolean, at: Place = uploadTarget): Check => ({
  fact: { kind: 'field', name, at },
  given: { fact: { kind: 'request', at }, oneOf: ['GET, no body'] },
  rulings: [
    isListed ? must('fetch/body-headers-dropped', 'absent') : may('fetch/other-content-fields-kept', [value, 'absent'], openList),
    should('rfc9110/content-fields-dropped', 'absent'),
  ],
});

const whenKept = (name: string, value: string, method: Row['method']): Check => ({
  fact: { kind: 'field', name, at: uploadTarget },
  given: { fact: { kind: 'request', at: uploadTarget }, oneOf: [`${method}, same body`] },
  rulings: [must('fetch/other-headers-kept', value), should('rfc9110/request-resent', value)],
});

interface Row {
  readonly status: RedirectStatus;
  readonly method: 'POST' | 'PUT';
  readonly keeps: boolean;
}

const rows: readonly Row[] = [
  { status: 301, method: 'POST', keeps: false },
  { status: 302, method: 'POST', keeps: false },
  { status: 303, method: 'POST', keeps: false },
  { status: 303, method: 'PUT', keeps: false },
  { status: 302, method: 'PUT', keeps: true },
  { status: 307, method: 'POST', keeps: true },
  { status: 308, method: 'POST', keeps: true },
];

/** Whether the fields that describe a body are kept or dropped together with it. Other files check the body itself. */
export const contentFields: readonly Scenario[] = rows.map(({ status, method, keeps }) =>
  scenario({
    id: `request-bodies/${status}-${method.toLowerCase()}-content-fields`,
    title: `${method} with ten fields that describe its body, answered by ${status}`,
    covers: keeps ? ['h-content-type-kept-307'] : ['h-request-body-headers-dropped', 'h-content-type-dropped'],
    routes: { '{home}/start': { status, location: uploadTarget }, [uploadTarget]: { status: 200, body: 'arrived' } },
    call: { method, url: '{home}/start', headers: [...listed, ...unlisted], body: 'hello' },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
      ...listed.map(([name, value]) => (keeps ? whenKept(name, value, method) : whenDropped(name, value, true))),
      ...unlisted.map(([name, value]) => (keeps ? whenKept(name, value, method) : whenDropped(name, value, false))),
    ],
  }),
);

const middle: Place = '{home}/middle';

const twoRedirects: readonly (readonly [second: 301 | 302 | 303 | 307, to: Place])[] = [
  [301, uploadTarget],
  [302, uploadTarget],
  [303, uploadTarget],
  [307, uploadTarget],
  [302, '{other}/target'],
];

/** A body that is gone stays gone, and so do the fields that describe it, at the second redirect too. */
export const contentFieldsOfChains: readonly Scenario[] = twoRedirects.map(([second, to]) =>
  scenario({
    id: `request-bodies/303-then-${second}-content-fields${originOf(to) === 'home' ? '' : '-to-another-host'}`,
    title: `POST with ten fields that describe its body, answered by 303 and then ${second}${originOf(to) === 'home' ? '' : ' to another host'}`,
    covers: ['h-request-body-headers-dropped', 'h-content-type-dropped'],
    routes: {
      '{home}/start': { status: 303, location: middle },
      [middle]: { status: second, location: to },
      [to]: { status: 200, body: 'arrived' },
    },
    call: { method: 'POST', url: '{home}/start', headers: [...listed, ...unlisted], body: 'hello' },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[second] },
      ...listed.flatMap(([name, value]) => [whenDropped(name, value, true, middle), whenDropped(name, value, true, to)]),
      ...unlisted.map(([name, value]) => whenDropped(name, value, false, to)),
    ],
  }),
);
