import { may, must } from './ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import { originNamed, originOf, type Place } from '../vocabulary/origin.ts';

const follows = (permission: RulingOn<'followed'>): readonly RulingOn<'followed'>[] => [
  must('fetch/follows-by-default', 'followed'),
  permission,
  must('adr-016/rule-1', 'followed'),
];

/**
 * Whether the client follows a redirect with a usable Location, by status. RFC 9110 never requires it. 399 stands for
 * every 3xx status that is not registered.
 */
export const following = {
  301: follows(may('rfc9110/301-may-follow', ['followed', 'returned 301'])),
  302: follows(may('rfc9110/302-may-follow', ['followed', 'returned 302'])),
  303: follows(may('rfc9110/may-follow', ['followed', 'returned 303'])),
  307: follows(may('rfc9110/307-may-follow', ['followed', 'returned 307'])),
  308: follows(may('rfc9110/308-may-follow', ['followed', 'returned 308'])),
  300: [must('fetch/redirect-statuses', 'returned 300'), may('rfc9110/300-may-follow', ['followed', 'returned 300'])],
  304: [must('fetch/redirect-statuses', 'returned 304'), may('rfc9110/304-points-to-the-stored', 'returned 304')],
  305: [must('fetch/redirect-statuses', 'returned 305'), may('rfc9110/305-is-deprecated', 'returned 305')],
  399: [must('fetch/redirect-statuses', 'returned 399'), may('rfc9110/may-follow', ['followed', 'returned 399'])],
} as const satisfies Readonly<Record<number, readonly RulingOn<'followed'>[]>>;

/** Not following violates nothing in RFC 9110; any other error means that the client did not understand the redirect. */
export const understood = <Code extends number>(status: Code) =>
  ['followed', `returned ${status}`, 'error: redirect-refused'] as const;

type Status = keyof typeof following;

/** The same for a redirect from https to http. */
export const followingDown = (status: Status): readonly RulingOn<'followed'>[] => [
  ...following[status],
  must('strict/no-downgrade', [`returned ${status}`, 'error: redirect-refused']),
];

const leadsDown = (from: Place, to: Place): boolean =>
  originNamed(originOf(from)).scheme === 'https' && originNamed(originOf(to)).scheme === 'http';

/** The same for a chain of places, which may contain a redirect from https to http. */
export const followingAlong = (places: readonly Place[], status: Status): readonly RulingOn<'followed'>[] =>
  places.slice(1).some((place, index) => leadsDown(places[index]!, place)) ? followingDown(status) : following[status];
