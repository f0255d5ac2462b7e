import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const methods = ['GET', 'HEAD', 'POST'] as const;
type Method = (typeof methods)[number];

const at: Place = '{home}/start';

const bodyReturned: Check = {
  fact: { kind: 'response-body', from: at },
  rulings: [must('fetch/missing-location-returned', 'same bytes'), should('convention/missing-location-returned', 'same bytes')],
};

const covers = (method: Method): readonly RowId[] =>
  method === 'HEAD' ? ['nl-30x-returned'] : ['nl-30x-returned', 'nl-body-readable'];

/** Not there with the head, so that a client which ends the connection too early loses it. */
const large = { repeat: 'nowhere to go, ', times: 70_000 } as const;

const toScenario = (status: RedirectStatus, method: Method, size?: 'large'): Scenario =>
  scenario({
    id: `missing-location/${status}-${method.toLowerCase()}${size ? '-large' : ''}`,
    title: `${method} answered by ${status} without Location${size ? ', with a body of 1 MB' : ''}`,
    routes: { [at]: { status, body: size ? large : 'nowhere to go' } },
    call: { method, url: at, ...(method === 'POST' && { body: 'name=Zoë' }) },
    covers: covers(method),
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/missing-location-returned', `returned ${status}`),
          may('rfc9110/redirect-needs-location', `returned ${status}`),
        ],
      },
      ...(method === 'HEAD' ? [] : [bodyReturned]),
    ],
  });

export const withoutLocation: readonly Scenario[] = [
  ...redirectStatuses.flatMap((status) => methods.map((method) => toScenario(status, method))),
  ...redirectStatuses.map((status) => toScenario(status, 'GET', 'large')),
];
