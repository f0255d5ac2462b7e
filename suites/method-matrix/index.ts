import { following } from '../rulings/following.ts';
import {
  hasBody,
  isRedirect,
  type MatrixMethod,
  matrixMethods,
  type MatrixStatus,
  otherStatuses,
  requestWith,
  rewrittenRequest,
} from '../rulings/method-calls.ts';
import {
  careRulings,
  contentHeaderRulings,
  framingRulings,
  isRewritten,
  noContentLength,
  requestRulings,
} from '../rulings/methods.ts';
import type { Check, Given } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario, Suite } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { chainsOfTwo } from './chains.ts';
import { coveredBy } from './covers.ts';
import { methodsByCase } from './letter-case.ts';

const target: Place = '{home}/target';

/** If a GET still has the old Content-Length, the server waits for a body: the request is recorded as cut short. */
const becameGet: Given = { fact: { kind: 'request', at: target }, oneOf: [rewrittenRequest, 'GET, body cut short'] };

const bodyChecks = (status: MatrixStatus, method: MatrixMethod): readonly Check[] => [
  { fact: { kind: 'content-headers', at: target }, rulings: contentHeaderRulings(status, method) },
  isRewritten(status, method)
    ? { fact: { kind: 'framing', at: target }, given: becameGet, rulings: [...framingRulings, noContentLength] }
    : { fact: { kind: 'framing', at: target }, rulings: framingRulings },
];

const toScenario = (status: MatrixStatus, method: MatrixMethod): Scenario =>
  scenario({
    id: `method-matrix/${status}-${method.toLowerCase()}`,
    title: `${method} answered by ${status}`,
    routes: {
      '{home}/start': { status, location: target, body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: requestWith(method),
    covers: coveredBy(status, method),
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [...following[status], ...careRulings(status, method)] },
      { fact: { kind: 'request', at: target }, rulings: requestRulings(status, method) },
      ...(hasBody(method) && isRedirect(status) ? bodyChecks(status, method) : []),
    ],
  });

/** Every status that could redirect with every method, methods in other letter case, and chains of two redirects. */
export const methodMatrixSuite: Suite = {
  id: 'method-matrix',
  title: 'Method matrix',
  scenarios: [
    ...[...redirectStatuses, ...otherStatuses].flatMap((status) => matrixMethods.map((method) => toScenario(status, method))),
    ...methodsByCase,
    ...chainsOfTwo,
  ],
};
