import { following } from '../following.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { target } from './bodies.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

/** The four that Fetch removes with a body, */
const listed = [
  ['Content-Type', 'text/plain'],
  ['Content-Encoding', 'identity'],
  ['Content-Language', 'de'],
  ['Content-Location', '/draft'],
] as const;

/** the two more that RFC 9110 names, and others that its open list takes in. */
const unlisted = [
  ['Digest', 'sha-256=LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ='],
  ['Last-Modified', 'Tue, 03 Apr 2018 09:00:00 GMT'],
  ['Content-MD5', 'XUFAKrxLKna5cZ2REBfFkg=='],
  ['Content-Digest', 'sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:'],
  ['Content-Disposition', 'attachment; filename="hello.txt"'],
  ['Content-Range', 'bytes 0-4/10'],
] as const;

const list = 'The list of removed fields is closed in Fetch, open in RFC 9110.';

const whenGone = (name: string, value: string, isListed: boolean): Check => ({
  fact: { kind: 'field', name, at: target },
  given: { fact: { kind: 'request', at: target }, oneOf: ['GET, no body'] },
  rulings: [
    isListed ? must('fetch/body-headers-dropped', 'absent') : may('fetch/other-content-fields-kept', [value, 'absent'], list),
    should('rfc9110/content-fields-dropped', 'absent'),
  ],
});

const whenKept = (name: string, value: string, method: string): Check => ({
  fact: { kind: 'field', name, at: target },
  given: { fact: { kind: 'request', at: target }, oneOf: [`${method}, same body`] },
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

/** Where the body is kept or not is judged elsewhere; here, whether what describes it went the same way. */
export const contentFields: readonly Scenario[] = rows.map(({ status, method, keeps }) =>
  scenario({
    id: `request-bodies/${status}-${method.toLowerCase()}-content-fields`,
    title: `${method} with ten fields about its body, answered by ${status}`,
    covers: keeps ? ['h-content-type-kept-307'] : ['h-request-body-headers-dropped', 'h-content-type-dropped'],
    routes: { '{home}/start': { status, location: target }, [target]: { status: 200, body: 'arrived' } },
    call: { method, url: '{home}/start', headers: [...listed, ...unlisted], body: 'hello' },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      ...listed.map(([name, value]) => (keeps ? whenKept(name, value, method) : whenGone(name, value, true))),
      ...unlisted.map(([name, value]) => (keeps ? whenKept(name, value, method) : whenGone(name, value, false))),
    ],
  }),
);
