import { scenario } from '../builders/scenario.ts';
import { following } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { arrived, redirectTo } from './places.ts';

const old: PathPlace = '{home}/r';
const moved: PathPlace = '{other}/r';

const report: Call = { method: 'POST', url: old, through: 'csp-report' };

const beacon: Call = {
  method: 'POST',
  url: old,
  headers: [['Content-Type', 'text/plain']],
  body: '{"page":"/ü","seconds":12}',
  through: 'beacon',
};

/** A report to a service that has moved. */
const reports = redirectStatuses.map((status) =>
  scenario({
    id: `browser/csp-report-${status}`,
    title: `A report of a violated Content-Security-Policy, redirected to another origin by a ${status}`,
    covers: ['cors-csp-report-url'],
    routes: { [old]: redirectTo(moved, [], status), [moved]: { status: 201 } },
    call: report,
    checks: [
      { fact: { kind: 'followed', to: moved }, rulings: [must('csp/reports-not-redirected', 'returned 0')] },
      { fact: { kind: 'requests', at: old }, rulings: [must('csp/reports-sent', '1')] },
    ],
  }),
);

const keeps = (status: number): boolean => status === 307 || status === 308;

/** A beacon to a service that has moved. */
const beacons = redirectStatuses.map((status) =>
  scenario({
    id: `browser/beacon-${status}`,
    title: `A beacon, redirected to another origin by a ${status}`,
    routes: { [old]: redirectTo(moved, [], status), [moved]: arrived() },
    call: beacon,
    checks: [
      { fact: { kind: 'followed', to: moved }, rulings: following[status] },
      {
        fact: { kind: 'delivered', at: moved },
        given: { fact: { kind: 'followed', to: moved }, oneOf: ['followed'] },
        rulings: keeps(status)
          ? [must('fetch/body-resent', '1')]
          : [must(status === 303 ? 'fetch/303-becomes-get' : 'fetch/post-becomes-get', '0')],
      },
    ],
  }),
);

/** What a page sends without being told what becomes of it. */
export const sends: readonly Scenario[] = [...reports, ...beacons];
