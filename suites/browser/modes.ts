import { scenario } from '../builders/scenario.ts';
import { must } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { arrived, redirectTo, start, target } from './places.ts';

/** A page that may ask nothing but its own origin by fetch. */
const policy = "connect-src 'self'";

/** Redirects of requests in other modes than cors, and of what the page or its scheme forbids. */
export const modes: readonly Scenario[] = [
  scenario({
    id: 'browser/same-origin-mode',
    title: 'A redirect to another origin in mode same-origin',
    covers: ['cors-mode-same-origin'],
    routes: { [start]: redirectTo(target), [target]: arrived() },
    call: { method: 'GET', url: start, page: { mode: 'same-origin' } },
    checks: [{ fact: { kind: 'followed', to: target }, rulings: [must('fetch/same-origin-mode-refuses', 'any error')] }],
  }),
  scenario({
    id: 'browser/no-cors',
    title: 'A redirect to another origin in mode no-cors',
    covers: ['cors-no-cors-opaque'],
    routes: { [start]: redirectTo(target), [target]: arrived() },
    call: { method: 'GET', url: start, page: { mode: 'no-cors' } },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [must('fetch/follows-by-default', 'followed')] },
      {
        fact: { kind: 'response-header', name: 'Response-Type' },
        rulings: [must('fetch/no-cors-is-opaque', 'opaque')],
      },
      { fact: { kind: 'redirected' }, rulings: [must('fetch/no-cors-is-opaque', 'false')] },
    ],
  }),
  scenario({
    id: 'browser/no-cors-post-307',
    title: 'A POST in mode no-cors, redirected to another origin by a 307',
    covers: ['cors-no-cors-opaque'],
    routes: { [start]: redirectTo(target, [], 307), [target]: arrived() },
    call: {
      method: 'POST',
      url: start,
      headers: [['Content-Type', 'text/plain']],
      body: 'name=zoë',
      page: { mode: 'no-cors' },
    },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [must('fetch/follows-by-default', 'followed')] },
      { fact: { kind: 'request', at: target }, rulings: [must('fetch/method-kept', 'POST, same body')] },
      { fact: { kind: 'field', name: 'Origin', at: target }, rulings: [must('fetch/origin-with-other-methods', '{home}')] },
    ],
  }),
  scenario({
    id: 'browser/no-cors-resource-policy',
    title: 'A redirect by another origin whose answers only its own pages may use, in mode no-cors',
    covers: ['cors-corp-on-redirect'],
    routes: {
      '{other}/start': redirectTo('{other}/target', [['Cross-Origin-Resource-Policy', 'same-origin']]),
      [target]: arrived(),
    },
    call: { method: 'GET', url: '{other}/start', page: { at: '{home}', mode: 'no-cors' } },
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [must('fetch/resource-policy-of-every-response', 'any error')],
      },
    ],
  }),
  scenario({
    id: 'browser/mixed-content',
    title: 'A redirect from https to http for a page of https',
    covers: ['tls-mixed-content'],
    routes: {
      '{home-tls}/start': redirectTo('{home}/target'),
      '{home}/target': arrived([['Access-Control-Allow-Origin', '*']]),
    },
    call: { method: 'GET', url: '{home-tls}/start', page: {} },
    checks: [{ fact: { kind: 'followed', to: '{home}/target' }, rulings: [must('fetch/mixed-content-refused', 'any error')] }],
  }),
  scenario({
    id: 'browser/content-security-policy',
    title: 'A redirect to another origin, which the policy of the page does not allow',
    covers: ['cors-csp-connect-src'],
    routes: { [start]: redirectTo(target), [target]: arrived([['Access-Control-Allow-Origin', '*']]) },
    call: { method: 'GET', url: start, page: { policy } },
    checks: [{ fact: { kind: 'followed', to: target }, rulings: [must('fetch/page-policy-at-every-redirect', 'any error')] }],
  }),
  scenario({
    id: 'browser/content-security-policy-same-origin',
    title: 'A redirect within the origin that the policy of the page allows',
    covers: ['cors-csp-connect-src'],
    routes: { [start]: redirectTo('{home}/target'), '{home}/target': arrived() },
    call: { method: 'GET', url: start, page: { policy } },
    checks: [{ fact: { kind: 'followed', to: '{home}/target' }, rulings: [must('fetch/follows-by-default', 'followed')] }],
  }),
];
