import { expect, test } from 'vitest';
import { locationRows, notInField, unwritableLocations } from '../fixtures/url-standard/locations.ts';
import { InvalidLocationError, UnsupportedSchemeError } from './errors.ts';
import { fetchPolicy } from './fetch.ts';
import { follow } from './follow.ts';
import type { PlainRequest, ReceivedAnswer } from './messages.ts';

// Locations against the test data of the URL Standard: harness/fixtures/url-standard.

const answer = (status: number, location?: string): ReceivedAnswer => ({
  status,
  headers: location === undefined ? [] : [['Location', location]],
  body: new Uint8Array(),
});

/** Where a redirect leads is asked here, not whether a policy allows it: Fetch blocks ports. */
const permissive = { ...fetchPolicy, refuses: () => false };

/** Where a redirect with this Location leads, or the kind of error. */
async function targetOf(base: string, location: string): Promise<string> {
  const first: PlainRequest = { method: 'GET', url: new URL(base), headers: [], body: undefined };
  const options = { allowRedirects: true, maxRedirects: 1, onRedirect: () => [] };
  const send = (request: PlainRequest): Promise<ReceivedAnswer> =>
    Promise.resolve(request === first ? answer(302, location) : answer(200));
  try {
    return (await follow(first, permissive, options, send)).request.url.href;
  } catch (error) {
    if (error instanceof InvalidLocationError || error instanceof UnsupportedSchemeError) return error.name;
    throw error;
  }
}

/** What the data says about a reference, for a client of http. A redirect without a fragment keeps that of its base. */
function expectedOf({ input, base, href }: (typeof locationRows)[number]): string {
  if (href === undefined) return 'InvalidLocationError';
  if (!/^https?:/.test(href)) return 'UnsupportedSchemeError';
  return input.includes('#') ? href : href + new URL(base).hash;
}

test.for(locationRows)('$input at $base', async (row) => {
  expect(await targetOf(row.base, row.value)).toBe(expectedOf(row));
});

test('some references cannot be written in a field, because of these characters', () => {
  const characters = unwritableLocations.flatMap(({ input }) => notInField(input));
  expect(characters).toEqual(['\n', '\n', '\n', '\u007f']);
  expect(unwritableLocations).toHaveLength(characters.length);
  expect(locationRows).toHaveLength(181);
});
