import { may, must, should } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { chainOf, placeAfter } from './chain.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  /** How many redirects there are before the one without Location. */
  readonly redirects: number;
  readonly maxRedirects?: number;
}

const toScenario = ({ name, title, redirects, maxRedirects }: Row): Scenario =>
  scenario({
    id: `chain-limits/${name}`,
    title,
    routes: chainOf(redirects, { status: 302, body: 'nowhere to go' }),
    call: { method: 'GET', url: placeAfter(0), ...(maxRedirects !== undefined && { maxRedirects }) },
    checks: [
      {
        fact: { kind: 'outcome' },
        given: { fact: { kind: 'followed', to: placeAfter(redirects) }, oneOf: ['followed'] },
        rulings: [
          must('fetch/missing-location-returned', 'returned 302'),
          may('rfc9110/redirect-needs-location', 'returned 302'),
          should('convention/no-location-no-limit', 'returned 302'),
        ],
      },
    ],
  });

/** A redirect without Location is returned, even if the default limit of Fetch is used up. */
export const noLocationByDefault: Scenario = toScenario({
  name: 'no-location-after-20',
  title: 'A redirect without Location after twenty others',
  redirects: 20,
});

/** The same with a limit that the caller sets. */
export const noLocationAtLimit: Scenario = toScenario({
  name: 'limit-3-then-no-location',
  title: 'A redirect without Location after three others, with a limit of 3',
  redirects: 3,
  maxRedirects: 3,
});
