import type { KnownRequirementId } from '../requirements/index.ts';
import { must, should } from '../rulings/ruling.ts';
import type { CheckOf, Ruling, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';

/** A check of the Cookie field of a request at a place. */
export const cookieAt = (at: Place, rulings: readonly RulingOn<'field'>[], visit?: number): CheckOf<'field'> => ({
  fact: { kind: 'field', name: 'Cookie', at, ...(visit !== undefined && { visit }) },
  rulings,
});

/** A jar need not keep any cookie, so the field may be absent. If it is sent, it must match what the earlier answers set. */
export const cookieSent = (
  value: string | readonly string[],
  stored: KnownRequirementId = 'rfc6265bis/set-cookie-of-any-response',
): readonly RulingOn<'field'>[] => [
  must('fetch/cookies-of-the-current-url', [value, 'absent'].flat()),
  should('fetch/set-cookie-of-any-response', value),
  must('rfc6265bis/cookie-from-the-store', [value, 'absent'].flat()),
  should(stored, value),
];

const withCredentials =
  'With credentials mode include. In its default, same-origin, Fetch neither stores nor sends cookies once a chain has left its first origin.';

/** The same rulings once the chain has left its first origin, even if only the port or the scheme changed, or if it came back. */
export const awayFromHome = <Value extends string>(rulings: readonly Ruling<Value>[]): readonly Ruling<Value>[] =>
  rulings.map((ruling) =>
    ruling.requirement === 'fetch/set-cookie-of-any-response'
      ? { ...ruling, requirement: 'fetch/cookies-by-credentials-mode', level: 'may', disputed: withCredentials }
      : ruling,
  );

/** Two cookies in the order that the draft recommends. Both documents require only that no other cookie is sent. */
export const cookiesSentInOrder = (first: string, second: string): readonly RulingOn<'field'>[] => [
  ...cookieSent([`${first}; ${second}`, `${second}; ${first}`]),
  should('rfc6265bis/longer-paths-first', `${first}; ${second}`),
];

/** The cookie is out of its scope here: wrong host, wrong path, or an insecure connection. */
export const outOfScope = (requirement: KnownRequirementId, disputed?: string): readonly RulingOn<'field'>[] => [
  must('fetch/cookies-of-the-current-url', 'absent', disputed),
  must(requirement, 'absent', disputed),
];

/** The cookie must not be stored, or must have been removed. */
export const cookieIgnored = (requirement: KnownRequirementId, disputed?: string): readonly RulingOn<'field'>[] => [
  must(requirement, 'absent', disputed),
];
