import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const start: Place = '{home}/start';

const opaque = 'In a browser the caller gets an opaque redirect with status 0; clients outside one show the redirect.';

const unparsed = [
  {
    name: 'manual-broken',
    title: 'A broken Location that nobody wants followed',
    location: 'http://[::1/target',
    covers: ['l-invalid-manual-raw'],
  },
  {
    name: 'manual-unknown-scheme',
    title: 'A Location of an unknown scheme that nobody wants followed',
    location: 'unknown:target',
    covers: ['ls-unknown-scheme-unfollowed'],
  },
  { name: 'manual-without-location', title: 'No Location, and nobody wants it followed', covers: ['nl-manual'] },
];

/** With following switched off, a Location that leads nowhere is no error. */
const manual: readonly Scenario[] = unparsed.map(({ name, title, location, covers }) =>
  scenario({
    id: `location-bytes/${name}`,
    title,
    routes: { [start]: { status: 302, headers: location === undefined ? [] : [['Location', location]], body: 'moved' } },
    call: { method: 'GET', url: start, redirect: 'manual' },
    covers,
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          may('fetch/manual-mode-is-opaque', ['returned 0', 'returned 302'], opaque),
          must('adr-016/rule-1', 'returned 302'),
          should('convention/manual-shows-the-redirect', 'returned 302'),
        ],
      },
      ...(location === undefined
        ? []
        : [
            {
              fact: { kind: 'response-header', name: 'Location' } as const,
              rulings: [
                must('adr-016/rule-1', location),
                should('convention/manual-shows-the-redirect', location, 'Some clients resolve Location for their caller.'),
              ],
            },
          ]),
    ],
  }),
);

/** Fetch looks at the status alone. */
const errorMode: Scenario = scenario({
  id: 'location-bytes/error-mode-without-location',
  title: 'No Location, and any redirect is to be an error',
  routes: { [start]: { status: 302, body: 'moved' } },
  call: { method: 'GET', url: start, redirect: 'error' },
  covers: ['nl-error-mode'],
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [
        may(
          'fetch/error-mode-refuses',
          ['error: redirect-refused', 'returned 302'],
          'Fetch looks at the status alone; many clients take only a Location for a redirect.',
        ),
      ],
    },
  ],
});

export const unfollowed: readonly Scenario[] = [...manual, errorMode];
