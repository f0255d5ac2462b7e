import { anyError, may, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';
const elsewhere: Place = '{other}/target';

const call: Call = { method: 'GET', url: start, redirect: 'error' };

const withLocation: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `redirect-modes/error-${status}`,
    title: `${status} where redirects are to be errors`,
    routes: { [start]: { status, location: target, body: 'moved' }, [target]: { status: 200, body: 'arrived' } },
    call,
    covers: ['rm-error-rejects', 'rm-mock-follow-modes'],
    checks: [{ fact: { kind: 'followed', to: target }, rulings: [must('fetch/error-mode-refuses', anyError)] }],
  }),
);

const withoutLocation: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `redirect-modes/error-${status}-without-location`,
    title: `${status} without Location where redirects are to be errors`,
    routes: { [start]: { status, body: 'moved' } },
    call,
    covers: ['rm-error-rejects'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          may(
            'fetch/error-mode-refuses',
            [...anyError, `returned ${status}`],
            'Fetch looks at the mode before it looks for a Location; many libraries have no redirect without one.',
          ),
        ],
      },
    ],
  }),
);

const rows: readonly { readonly name: string; readonly title: string; readonly to?: string; readonly call: Partial<Call> }[] = [
  { name: 'post', title: '307 for a POST', call: { method: 'POST', body: 'name=Zoë' } },
  { name: 'other-host', title: '307 to another host', to: elsewhere, call: {} },
  {
    name: 'report-uri',
    title: '307 for a report of a violated policy',
    call: {
      method: 'POST',
      headers: [['Content-Type', 'application/csp-report']],
      body: '{"csp-report":{"document-uri":"https://example.com/","violated-directive":"img-src"}}',
    },
  },
  { name: 'invalid-location', title: '307 with a Location that is no URL', to: 'http://[::1/', call: {} },
];

const more: readonly Scenario[] = rows.map(({ name, title, to = target, call: special }) =>
  scenario({
    id: `redirect-modes/error-${name}`,
    title: `${title}, where redirects are to be errors`,
    routes: { [start]: { status: 307, headers: [['Location', to]] }, [target]: { status: 200, body: 'arrived' } },
    ...(to === elsewhere && { alsoListening: ['other'] }),
    call: { ...call, ...special },
    covers: ['rm-error-rejects'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: [must('fetch/error-mode-refuses', anyError)] },
      { fact: { kind: 'requests' }, rulings: [must('fetch/error-mode-refuses', '1')] },
    ],
  }),
);

/** What is no redirect is no error. */
const ordinary: readonly Scenario[] = ([200, 300, 304, 399] as const).map((status) =>
  scenario({
    id: `redirect-modes/error-${status}`,
    title: `${status} with a Location, where redirects are to be errors`,
    routes: { [start]: { status, location: target }, [target]: { status: 200, body: 'arrived' } },
    call,
    covers: ['rm-error-rejects'],
    checks: [{ fact: { kind: 'followed', to: target }, rulings: [must('fetch/redirect-statuses', `returned ${status}`)] }],
  }),
);

export const errorMode: readonly Scenario[] = [...withLocation, ...withoutLocation, ...more, ...ordinary];
