import { following } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

/** A cache asks whether what it has is still good, and hears that it moved: the condition was about the old URL. For clients with a cache. */
export const validators: Scenario = scenario({
  id: 'headers/validators-of-a-cache',
  title: 'A condition of the cache, answered by a 302',
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
