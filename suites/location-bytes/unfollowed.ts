import type { RowId } from '../coverage/behaviours/index.ts';
import { handedOver } from '../rulings/manual.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { CheckOf } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location?: Template;
  readonly covers: readonly RowId[];
}

const rows: readonly Row[] = [
  {
    name: 'manual-broken',
    title: 'An invalid Location, with redirects not followed',
    location: 'http://[::1/target',
    covers: ['l-invalid-manual-raw'],
  },
  {
    name: 'manual-unknown-scheme',
    title: 'A Location with an unknown scheme, with redirects not followed',
    location: 'unknown:target',
    covers: ['ls-unknown-scheme-unfollowed'],
  },
  { name: 'manual-without-location', title: 'No Location, with redirects not followed', covers: ['nl-manual'] },
];

const locationShown = (location: Template): CheckOf<'response-header'> => ({
  fact: { kind: 'response-header', name: 'Location' },
  rulings: [
    must('adr-016/rule-1', not('absent')),
    may('adr-016/rule-1', location),
    should('convention/manual-shows-the-redirect', location, 'Some clients resolve the Location before they return it.'),
  ],
});

/** If redirects are not followed, a Location that cannot be followed is not an error. */
const toScenario = ({ name, title, location, covers }: Row): Scenario =>
  scenario({
    id: `location-bytes/${name}`,
    title,
    routes: { [start]: { status: 302, headers: location === undefined ? [] : [['Location', location]], body: 'moved' } },
    call: { method: 'GET', url: start, redirect: 'manual' },
    covers,
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: handedOver(302),
      },
      ...(location === undefined ? [] : [locationShown(location)]),
    ],
  });

/** Fetch checks only the status. */
const errorMode: Scenario = scenario({
  id: 'location-bytes/error-mode-without-location',
  title: 'No Location, with redirects as errors',
  routes: { [start]: { status: 302, body: 'moved' } },
  call: { method: 'GET', url: start, redirect: 'error' },
  covers: ['nl-error-mode'],
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [
        must(
          'fetch/error-mode-refuses',
          'any error',
          'Fetch checks only the status; for many clients a response without Location is not a redirect.',
        ),
      ],
    },
  ],
});

export const unfollowed: readonly Scenario[] = [...rows.map(toScenario), errorMode];
