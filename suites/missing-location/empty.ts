import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const either = ['returned 200', 'returned 302'] as const;

const asMissing =
  'The redirect leads to the same URL (whatwg/fetch#669 is open). Many clients treat an empty Location as a missing one and return the redirect.';
const sameDocument = 'An empty reference names the same document, and by RFC 3986 section 4.4 should not cause a new retrieval.';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly value: string;
  readonly covers: readonly RowId[];
}

const rows: readonly Row[] = [
  { name: 'empty', title: 'An empty Location', value: '', covers: ['nl-empty-value'] },
  { name: 'blank', title: 'A Location that is only spaces', value: '   ', covers: ['nl-whitespace-value'] },
];

/** The second request is answered by 200, so the outcome shows whether the client followed to the same URL. */
const toScenario = ({ name, title, value, covers }: Row): Scenario =>
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
          must('fetch/empty-location-is-a-url', 'returned 200', asMissing),
          may('rfc3986/empty-reference', either, sameDocument),
          may(
            'adr-016/rule-8',
            ['error: redirect-loop', 'returned 302'],
            'This is a loop for a client that treats an empty Location as a reference.',
          ),
          should('convention/empty-location-may-be-missing', either),
        ],
      },
    ],
  });

export const emptyLocation: readonly Scenario[] = rows.map(toScenario);
