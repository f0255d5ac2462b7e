import { must, not, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const elsewhere: Place = '{other}/elsewhere';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly answer: Omit<Response, 'status'>;
  readonly rulings: readonly RulingOn<'followed'>[];
}

const onlyLocation = should('rfc9110/target-from-location', not('followed'));

/** Parts of a response that name a target but do not redirect. */
const rows: readonly Row[] = [
  { name: 'refresh', title: 'Refresh', answer: { headers: [['Refresh', `0; url=${elsewhere}`]] }, rulings: [onlyLocation] },
  {
    name: 'content-location',
    title: 'Content-Location',
    answer: { headers: [['Content-Location', elsewhere]] },
    rulings: [must('rfc9110/content-location-is-metadata', not('followed'))],
  },
  {
    name: 'link',
    title: 'Link',
    answer: { headers: [['Link', `<${elsewhere}>; rel="canonical"`]] },
    rulings: [onlyLocation],
  },
  {
    name: 'html',
    title: 'an HTML page that names the target',
    answer: {
      headers: [['Content-Type', 'text/html']],
      body: `<meta http-equiv="refresh" content="0; url=${elsewhere}"><a href="${elsewhere}">moved</a>`,
    },
    rulings: [onlyLocation],
  },
];

const toScenario = ({ name, title, answer, rulings }: Row): Scenario =>
  scenario({
    id: `missing-location/only-${name}`,
    title: `302 without Location, with ${title}`,
    routes: { '{home}/start': { status: 302, ...answer } },
    alsoListening: ['other'],
    call: { method: 'GET', url: '{home}/start' },
    checks: [
      {
        fact: { kind: 'followed', to: elsewhere },
        rulings: [
          must('fetch/missing-location-returned', 'returned 302'),
          ...rulings,
          should('convention/location-only', not('followed')),
        ],
      },
    ],
  });

export const targetElsewhere: readonly Scenario[] = rows.map(toScenario);
