import { may, must } from '../rulings.ts';
import type { Ruling } from '../vocabulary/check.ts';

export const statuses = [301, 302, 303, 307, 308] as const;
export type Status = (typeof statuses)[number];

const permissions = {
  301: 'rfc9110/301-may-follow',
  302: 'rfc9110/302-may-follow',
  303: 'rfc9110/may-follow',
  307: 'rfc9110/307-may-follow',
  308: 'rfc9110/308-may-follow',
} as const satisfies Record<Status, string>;

/** Whether the client follows at all, in a scenario that is about something else. */
export const following = (status: Status): readonly Ruling[] => [
  must('fetch/follows-by-default', 'followed'),
  may(permissions[status], ['followed', `returned ${status}`]),
  must('adr-016/rule-1', 'followed'),
];

/** The same where the redirect leads from https to http. */
export const followingDown = (status: Status): readonly Ruling[] => [
  ...following(status),
  must('strict/no-downgrade', [`returned ${status}`, 'error: redirect-refused']),
];
