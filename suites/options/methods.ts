import { following } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const toScenario = (status: 301 | 302, rewriteMethods: boolean): Scenario =>
  scenario({
    id: `options/${rewriteMethods ? 'rewrites' : 'keeps'}-post-on-${status}`,
    title: `POST answered by ${status}, with an option that ${rewriteMethods ? 'makes it GET' : 'keeps it POST'}`,
    covers: [rewriteMethods ? 'm-rewrite-method-option' : 'm-keep-method-option'],
    routes: { '{home}/start': { status, location: '{home}/target' }, '{home}/target': { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start', body: 'name=Zoë', rewriteMethods },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[status] },
      {
        fact: { kind: 'request', at: '{home}/target' },
        rulings: [must('common/options-are-obeyed', rewriteMethods ? 'GET, no body' : 'POST, same body')],
      },
    ],
  });

/** RFC 9110 lets the client choose, and some clients let their caller choose. */
export const methodOptions: readonly Scenario[] = [true, false].flatMap((rewrites) => [
  toScenario(301, rewrites),
  toScenario(302, rewrites),
]);
