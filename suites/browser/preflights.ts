import { scenario } from '../builders/scenario.ts';
import { must } from '../rulings/ruling.ts';
import type { Response, Route } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { anyOrigin, arrived, redirectTo, start, target } from './places.ts';

const allowed: Response = {
  status: 204,
  headers: [...anyOrigin, ['Access-Control-Allow-Headers', 'X-Trace'], ['Access-Control-Allow-Methods', 'PUT']],
};

/** Answers a preflight, and then the request. */
const preflighted = (preflight: Response, answer: Response): Route => [
  { when: { method: 'OPTIONS' }, answer: preflight },
  { answer },
];

/** A field that a page may send to another origin only if a preflight allows it. */
const traced: Call = { method: 'GET', url: start, headers: [['X-Trace', 'a1b2']], page: { at: '{home}' } };
const put: Call = {
  method: 'PUT',
  url: '{other}/start',
  headers: [['Content-Type', 'text/plain']],
  body: 'name=zoë',
  page: { at: '{home}' },
};

/** Preflights before and after redirects. */
export const preflightScenarios: readonly Scenario[] = [
  scenario({
    id: 'browser/preflight-after-redirect',
    title: 'A field that needs a preflight, on a redirect to another origin, which allows it',
    covers: ['cors-preflight-after-redirect'],
    routes: { [start]: redirectTo(target), [target]: preflighted(allowed, arrived(anyOrigin)) },
    call: traced,
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [must('fetch/follows-by-default', 'followed')] },
      { fact: { kind: 'preflights', at: target }, rulings: [must('fetch/preflight-at-another-origin', '1')] },
      { fact: { kind: 'field', name: 'X-Trace', at: target }, rulings: [must('fetch/other-headers-kept', 'a1b2')] },
    ],
  }),
  scenario({
    id: 'browser/preflight-after-redirect-refused',
    title: 'A field that needs a preflight, on a redirect to another origin, which does not answer it',
    covers: ['cors-preflight-after-redirect'],
    routes: { [start]: redirectTo(target), [target]: preflighted({ status: 404 }, arrived(anyOrigin)) },
    call: traced,
    checks: [{ fact: { kind: 'followed', to: target }, rulings: [must('fetch/preflight-at-another-origin', 'any error')] }],
  }),
  scenario({
    id: 'browser/preflight-redirected',
    title: 'A preflight that is answered by a redirect',
    covers: ['cors-preflight-redirect'],
    routes: {
      '{other}/start': preflighted(redirectTo('{other}/target', allowed.headers, 307), arrived(anyOrigin)),
      [target]: preflighted(allowed, arrived(anyOrigin)),
    },
    call: put,
    checks: [
      { fact: { kind: 'outcome' }, rulings: [must('fetch/preflight-not-redirected', 'any error')] },
      { fact: { kind: 'preflights', at: target }, rulings: [must('fetch/preflight-not-redirected', '0')] },
      { fact: { kind: 'requests', at: '{other}/start' }, rulings: [must('fetch/preflight-not-redirected', '0')] },
    ],
  }),
  scenario({
    id: 'browser/preflighted-307',
    title: 'A PUT to another origin after a preflight, answered by a 307 within that origin',
    covers: ['cors-preflight-after-redirect'],
    routes: {
      '{other}/start': preflighted(allowed, redirectTo('{other}/target', anyOrigin, 307)),
      [target]: preflighted(allowed, arrived(anyOrigin)),
    },
    call: put,
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [must('fetch/follows-by-default', 'followed')] },
      { fact: { kind: 'preflights', at: target }, rulings: [must('fetch/preflight-at-another-origin', '1')] },
      { fact: { kind: 'request', at: target }, rulings: [must('fetch/method-kept', 'PUT, same body')] },
    ],
  }),
];
