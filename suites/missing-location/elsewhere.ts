import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Response, Scenario } from '../vocabulary/scenario.ts';

const elsewhere: Place = '{other}/elsewhere';

interface Lure {
  readonly name: string;
  readonly title: string;
  readonly answer: Omit<Response, 'status'>;
  readonly rulings: readonly Ruling[];
}

const needsLocation = should('rfc9110/redirect-needs-location', 'returned 302');

/** What looks like a target, and is none. */
const lures: readonly Lure[] = [
  { name: 'refresh', title: 'only Refresh', answer: { headers: [['Refresh', `0; url=${elsewhere}`]] }, rulings: [needsLocation] },
  {
    name: 'content-location',
    title: 'only Content-Location',
    answer: { headers: [['Content-Location', elsewhere]] },
    rulings: [must('rfc9110/content-location-is-metadata', 'returned 302')],
  },
  {
    name: 'link',
    title: 'only Link',
    answer: { headers: [['Link', `<${elsewhere}>; rel="canonical"`]] },
    rulings: [needsLocation],
  },
  {
    name: 'html',
    title: 'only an HTML page that names the target',
    answer: {
      headers: [['Content-Type', 'text/html']],
      body: `<meta http-equiv="refresh" content="0; url=${elsewhere}"><a href="${elsewhere}">moved</a>`,
    },
    rulings: [needsLocation],
  },
];

export const targetElsewhere: readonly Scenario[] = lures.map(({ name, title, answer, rulings }) =>
  scenario({
    id: `missing-location/only-${name}`,
    title: `302 without Location, with ${title.replace('only ', '')}`,
    routes: { '{home}/start': { status: 302, ...answer } },
    alsoListening: ['other'],
    call: { method: 'GET', url: '{home}/start' },
    checks: [
      {
        fact: { kind: 'followed', to: elsewhere },
        rulings: [
          must('fetch/missing-location-returned', 'returned 302'),
          ...rulings,
          should('convention/location-only', 'returned 302'),
        ],
      },
    ],
  }),
);
