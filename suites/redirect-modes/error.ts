import type { RowId } from '../coverage/behaviours/index.ts';
import { must } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';
const elsewhere: Place = '{other}/target';

const call: Call = { method: 'GET', url: start, redirect: 'error' };
const covers: readonly RowId[] = ['rm-error-rejects'];

const withLocation: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `redirect-modes/error-${status}`,
    title: `${status} in error mode`,
    routes: { [start]: { status, location: target, body: 'moved' }, [target]: { status: 200, body: 'arrived' } },
    call,
    covers: [...covers, 'rm-mock-follow-modes'],
    checks: [{ fact: { kind: 'followed', to: target }, rulings: [must('fetch/error-mode-refuses', 'any error')] }],
  }),
);

const withoutLocation: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `redirect-modes/error-${status}-without-location`,
    title: `${status} without Location in error mode`,
    routes: { [start]: { status, body: 'moved' } },
    call,
    covers,
    checks: [
      {
        fact: { kind: 'outcome' },
        // HTTP fetch, step 6 looks at the mode; only HTTP-redirect fetch, step 3 looks for a Location.
        rulings: [must('fetch/error-mode-refuses', 'any error')],
      },
    ],
  }),
);

interface Row {
  readonly name: string;
  readonly title: string;
  readonly to?: Template;
  readonly call?: Partial<Call>;
}

const rows: readonly Row[] = [
  { name: 'post', title: '307 for a POST', call: { method: 'POST', body: 'name=Zoë' } },
  { name: 'other-host', title: '307 to another host', to: elsewhere },
  {
    name: 'report-uri',
    title: '307 for a report of a policy violation',
    call: {
      method: 'POST',
      headers: [['Content-Type', 'application/csp-report']],
      body: '{"csp-report":{"document-uri":"https://example.com/","violated-directive":"img-src"}}',
    },
  },
  { name: 'invalid-location', title: '307 with a Location that is not a valid URL', to: 'http://[::1/' },
];

const toScenario = ({ name, title, to = target, call: special }: Row): Scenario =>
  scenario({
    id: `redirect-modes/error-${name}`,
    title: `${title}, in error mode`,
    routes: { [start]: { status: 307, headers: [['Location', to]] }, [target]: { status: 200, body: 'arrived' } },
    ...(to === elsewhere && { alsoListening: ['other'] }),
    call: { ...call, ...special },
    covers,
    checks: [
      { fact: { kind: 'outcome' }, rulings: [must('fetch/error-mode-refuses', 'any error')] },
      { fact: { kind: 'requests' }, rulings: [must('fetch/error-mode-refuses', '1')] },
    ],
  });

/** These statuses are not redirects, so they are not errors. */
const ordinary: readonly Scenario[] = ([200, 300, 304, 399] as const).map((status) =>
  scenario({
    id: `redirect-modes/error-${status}`,
    title: `${status} with a Location, in error mode`,
    routes: { [start]: { status, location: target }, [target]: { status: 200, body: 'arrived' } },
    call,
    covers,
    checks: [{ fact: { kind: 'followed', to: target }, rulings: [must('fetch/redirect-statuses', `returned ${status}`)] }],
  }),
);

/** In error mode a redirect is an error. */
export const errorMode: readonly Scenario[] = [...withLocation, ...withoutLocation, ...rows.map(toScenario), ...ordinary];
