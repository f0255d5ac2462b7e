import type { KnownRequirementId } from '../requirements/index.ts';
import { must, should } from '../rulings.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';

/** A check of the Cookie field that arrives at a place. */
export const cookieAt = (at: Place, rulings: readonly Ruling[], visit?: number): Check => ({
  fact: { kind: 'field', name: 'Cookie', at, ...(visit !== undefined && { visit }) },
  rulings,
});

/** No jar has to keep a cookie: the field may be missing, but what is sent is what the jar makes of the answers before. */
export const sent = (
  value: string | readonly string[],
  stored: KnownRequirementId = 'rfc6265bis/set-cookie-of-any-response',
): readonly Ruling[] => [
  must('fetch/cookies-of-the-current-url', [value, 'absent'].flat()),
  should('fetch/set-cookie-of-any-response', value),
  must('rfc6265bis/cookie-from-the-store', [value, 'absent'].flat()),
  should(stored, value),
];

const withCredentials =
  'With credentials mode include. In its default, same-origin, Fetch neither stores nor sends cookies once a chain has left its first origin.';

/** The same once the chain has left its first origin, be it for another port or scheme, and even if it came back. */
export const awayFromHome = (rulings: readonly Ruling[]): readonly Ruling[] =>
  rulings.map((ruling) =>
    ruling.requirement === 'fetch/set-cookie-of-any-response' ? { ...ruling, level: 'may', disputed: withCredentials } : ruling,
  );

/** Two cookies in the order that the draft advises; what both documents insist on is that nothing else is sent. */
export const sentInOrder = (first: string, second: string): readonly Ruling[] => [
  ...sent([`${first}; ${second}`, `${second}; ${first}`]),
  should('rfc6265bis/longer-paths-first', `${first}; ${second}`),
];

/** The cookie is out of its scope here: its host, its path, or its kind of connection. */
export const outOfScope = (requirement: KnownRequirementId, disputed?: string): readonly Ruling[] => [
  must('fetch/cookies-of-the-current-url', 'absent', disputed),
  must(requirement, 'absent', disputed),
];

/** The cookie was never to be stored, or is no longer there. */
export const ignored = (requirement: KnownRequirementId, disputed?: string): readonly Ruling[] => [
  must(requirement, 'absent', disputed),
];
