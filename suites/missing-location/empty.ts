import type { RowId } from '../coverage/behaviours/index.ts';
import { may, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const asMissing =
  'Read by the letter the redirect leads to the same URL (whatwg/fetch#669 is open). Many clients, browsers among them, take an empty Location for a missing one and return the redirect.';

interface Spelling {
  readonly name: string;
  readonly title: string;
  readonly value: string;
  readonly covers: readonly RowId[];
}

const spellings: readonly Spelling[] = [
  { name: 'empty', title: 'An empty Location', value: '', covers: ['nl-empty-value'] },
  { name: 'blank', title: 'A Location of spaces alone', value: '   ', covers: ['nl-whitespace-value'] },
];

/** The second visit arrives, so that the answer tells who took the redirect for one to the same URL. */
export const emptyLocation: readonly Scenario[] = spellings.map(({ name, title, value, covers }) =>
  scenario({
    id: `missing-location/${name}`,
    title,
    routes: {
      '{home}/start': [
        { when: { visit: 2 }, answer: { status: 200, body: 'arrived' } },
        { answer: { status: 302, headers: [['Location', value]] } },
      ],
    },
    call: { method: 'GET', url: '{home}/start' },
    covers,
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          may('fetch/empty-location-is-a-url', ['returned 200', 'returned 302'], asMissing),
          may('rfc3986/empty-reference', ['returned 200', 'returned 302'], asMissing),
          may(
            'adr-016/rule-8',
            ['error: redirect-loop', 'returned 302'],
            'A loop to who takes an empty Location for a reference.',
          ),
          should('convention/empty-location-may-be-missing', ['returned 200', 'returned 302']),
        ],
      },
    ],
  }),
);
