import { following } from '../following.ts';
import { must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const one = (status: 301 | 302, rewriteMethods: boolean): Scenario =>
  scenario({
    id: `options/${rewriteMethods ? 'rewrites' : 'keeps'}-post-on-${status}`,
    title: `POST answered by ${status}, to a caller who wants it ${rewriteMethods ? 'to become GET' : 'to stay POST'}`,
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

/** RFC 9110 lets the client choose here, and some clients let their caller choose. */
export const methods: readonly Scenario[] = [true, false].flatMap((rewrites) => [one(301, rewrites), one(302, rewrites)]);
