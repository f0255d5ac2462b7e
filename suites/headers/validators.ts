import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

/** A cache validates a stored response and gets a redirect. Its condition applies to the old URL only. For clients with a cache. */
export const validators: Scenario = scenario({
  id: 'headers/validators-of-a-cache',
  title: 'A conditional request of the cache, answered by a 302',
  routes: {
    [start]: [
      {
        when: { visit: 1 },
        answer: {
          status: 200,
          headers: [
            ['ETag', '"first"'],
            ['Cache-Control', 'no-cache'],
          ],
          body: 'not moved yet',
        },
      },
      { answer: { status: 302, location: target } },
    ],
    [target]: { status: 200, headers: [['ETag', '"second"']], body: 'arrived' },
  },
  calls: [
    { method: 'GET', url: start },
    { method: 'GET', url: start },
  ],
  checks: [
    { fact: { kind: 'followed', to: target, call: 2 }, rulings: following[302] },
    {
      fact: { kind: 'field', name: 'If-None-Match', at: target },
      given: { fact: { kind: 'field', name: 'If-None-Match', at: start, visit: 2 }, oneOf: ['"first"'] },
      rulings: [must('fetch/generated-fields-per-request', 'absent'), should('rfc9110/cache-validators-removed', 'absent')],
    },
  ],
});
