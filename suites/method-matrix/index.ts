import { following } from '../following.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario, Suite } from '../vocabulary/scenario.ts';
import { chainsOfTwo } from './chains.ts';
import { coveredBy } from './covers.ts';
import { inLowerCase } from './lower-case.ts';
import { hasBody, isRedirect, methods, otherStatuses, rewritten, start, type Method, type Status } from './methods.ts';
import { careRulings, contentHeaderRulings, framingRulings, isRewritten, noContentLength, requestRulings } from './rules.ts';
import { redirectStatuses } from '../vocabulary/status.ts';

const target: Place = '{home}/target';

/** A stale Content-Length on a GET leaves the server waiting: the request is there, but cut short. */
const becameGet = { fact: { kind: 'request', at: target }, oneOf: [rewritten, 'GET, body cut short'] } as const;

const bodyChecks = (status: Status, method: Method): readonly Check[] => [
  { fact: { kind: 'content-headers', at: target }, rulings: contentHeaderRulings(status, method) },
  isRewritten(status, method)
    ? { fact: { kind: 'framing', at: target }, given: becameGet, rulings: [...framingRulings, noContentLength] }
    : { fact: { kind: 'framing', at: target }, rulings: framingRulings },
];

const cell = (status: Status, method: Method): Scenario =>
  scenario({
    id: `method-matrix/${status}-${method.toLowerCase()}`,
    title: `${method} answered by ${status}`,
    routes: {
      '{home}/start': { status, location: '{home}/target', body: 'moved' },
      '{home}/target': { status: 200, body: 'arrived' },
    },
    call: start(method),
    covers: coveredBy(status, method),
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [...following[status], ...careRulings(status, method)] },
      { fact: { kind: 'request', at: target }, rulings: requestRulings(status, method) },
      ...(hasBody(method) && isRedirect(status) ? bodyChecks(status, method) : []),
    ],
  });

/** Every status that could redirect, met by every method; methods in small letters; and chains of two. */
export const methodMatrix: Suite = {
  id: 'method-matrix',
  title: 'Method matrix',
  scenarios: [
    ...[...redirectStatuses, ...otherStatuses].flatMap((status) => methods.map((method) => cell(status, method))),
    ...inLowerCase,
    ...chainsOfTwo,
  ],
};
