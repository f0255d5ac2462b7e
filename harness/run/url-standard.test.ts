import { afterAll, describe, expect, test } from 'vitest';
import { satisfies } from '../../suites/judging/satisfies.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { adapter, checkWithoutRulings, clientOf, contextFor, findingIn } from '../fixtures/clients.ts';
import { locationRows } from '../fixtures/url-standard/locations.ts';
import { runScenario } from './run-scenario.ts';

// Locations on real connections, against the test data of the URL Standard: harness/fixtures/url-standard.

interface Row {
  readonly id: string;
  readonly input: string;
  /** The input as the value of a field. */
  readonly value: string;
  readonly base: URL;
  /** Where it leads, if that is of http. */
  readonly target: URL | undefined;
}

const isHttp = ({ protocol }: URL): boolean => /^https?:$/.test(protocol);

/** No server can listen at port 0. */
const rows = locationRows
  .map(({ base, href, ...row }, index): Row => {
    const target = href === undefined ? undefined : new URL(href);
    const id = `own/location-${index}`;
    return { ...row, id, base: new URL(base), target: target && isHttp(target) ? target : undefined };
  })
  .filter(({ target }) => target?.port !== '0');

/** The place of a URL on an origin that the catalogue does not know. The text has a `?` that nothing follows, the members have not. */
function placeOf({ origin, href }: URL): Place {
  const [, path = ''] = /^\w+:\/\/[^/]*([^#]*)/.exec(href) ?? [];
  return `{${origin}}${path}` as Place;
}

const factOf = ({ base }: Row): Fact => ({ kind: 'next', after: placeOf(base) });

/** A redirect with this Location, and its target. */
function scenarioOf(row: Row): Scenario {
  const { id, base, target, value } = row;
  const arrived = { status: 200 } as const;
  const redirect = { status: 302, headers: [['Location', value]] } as const;
  return {
    id,
    title: 'a Location of the test data',
    routes: {
      ...(target && { [placeOf(target)]: arrived }),
      [placeOf(base)]: [{ when: { visit: 1 }, answer: redirect }, { answer: arrived }],
    },
    calls: [{ method: 'GET', url: placeOf(base) }],
    checks: [checkWithoutRulings(factOf(row))],
  };
}

/** Fetch, port blocking: the only port of the data that is one of another protocol. */
const isBlocked = ({ base, target }: Row): boolean => [base.port, target?.port].includes('21');

/** HTTP-redirect fetch, step 9: undici sends in the mode `cors`, in which a target elsewhere may have no credentials. */
const hasCredentialsElsewhere = ({ base, target }: Row): boolean =>
  target !== undefined && target.username + target.password !== '' && target.origin !== base.origin;

/** A known deviation of undici, location-bytes/whitespace-after: it does not take them from the value, and fails. */
const hasBlanksAfter = ({ value }: Row): boolean => /\S\s+$/.test(value);

const clients = [
  { name: 'the reference client', client: clientOf('../reference/driver.ts', 'fetch'), refuses: isBlocked },
  {
    name: 'the fetch of undici',
    client: adapter('../clients/undici-fetch.ts'),
    refuses: (row: Row) => isBlocked(row) || hasCredentialsElsewhere(row) || hasBlanksAfter(row),
  },
];

describe.for(clients)('$name', ({ client, refuses }) => {
  test.for(rows)('$input at $base.href', async (row) => {
    const finding = findingIn(await runScenario(scenarioOf(row), contextFor(client)), factOf(row));
    const expected = row.target && !refuses(row) ? placeOf(row.target) : 'any error';
    expect(finding).toSatisfy((value: string) => satisfies(value, { oneOf: [expected] }), expected);
  });

  afterAll(() => client.discard());
});
