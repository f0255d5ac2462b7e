import type { KnownRequirementId } from '../requirements/index.ts';
import { may, must } from './ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { FindingOf } from '../vocabulary/fact.ts';
import type { Place } from '../vocabulary/origin.ts';

/** An error without an attempt to follow; `blocked-address` means that the client tried to reach the address. */
export const refused = 'any error but blocked-address';

/** What a client reports that did not follow a 302. */
export const notFollowed = ['returned 302', refused] as const;

/** What a client reports that tried to reach an address outside the scenario. */
export const attempted = 'error: blocked-address';

/** Followed, to exactly this place. RFC 9110 allows a client not to follow, but not to go anywhere else. */
export const resolved = (requirement: KnownRequirementId, target: Place): readonly RulingOn<'next'>[] => [
  must('fetch/location-against-response-url', target),
  must(requirement, [target, ...notFollowed]),
  must('adr-016/rule-1', target),
];

/**
 * For a Location that the URL Standard can parse, but that does not match the grammar of RFC 3986. Taken literally, Fetch
 * refuses it; browsers follow it. Nothing else is possible.
 */
export const lenient = (
  requirement: KnownRequirementId,
  reading: FindingOf<'next'>,
  strict: string,
): readonly RulingOn<'next'>[] => [
  must(requirement, [reading, refused], strict),
  may('rfc9110/may-recover', [reading, ...notFollowed], strict),
];
