import { may, must, should } from './ruling.ts';
import type { Ruling, RulingOn } from '../vocabulary/check.ts';
import type { Relation } from '../vocabulary/origin.ts';
import type { Secret } from '../vocabulary/secret.ts';

const considered =
  'RFC 9110 asks a client to consider removing the field, not to remove it. A client that keeps it on purpose conforms.';

/** Why Fetch and RFC 9110 differ on fields that Fetch keeps. */
export const removalListsDiffer = 'Fetch has a closed list of fields to remove; the list in RFC 9110 is open.';

/** Why a field that no text names is at most a note under RFC 9110. */
const noTextNamesIt =
  'RFC 9110 names Authorization and Cookie and leaves the list open. Without a text that names the field, a client cannot know that it is a credential.';

const changesHost: ReadonlySet<Relation> = new Set<Relation>(['other host', 'subdomain', 'parent domain']);

/** The rulings on a credential whose field a text names, at another origin. */
const named: readonly RulingOn<'canary'>[] = [
  should('rfc9110/caller-credentials-considered', 'absent', considered),
  must('strict/credentials-stay-at-their-origin', 'absent'),
];

/** The rulings on a credential in a field that no text names, at another origin. The values are those of the fact. */
export const unnamedCredential = <const Sent extends string>(sent: Sent): readonly Ruling<Sent | 'absent'>[] => [
  // Fetch removes only Authorization. A client that removes more fields is safer; that is not a fault.
  may('fetch/other-headers-kept', [sent, 'absent'], removalListsDiffer),
  may('rfc9110/list-of-fields-is-open', 'absent', noTextNamesIt),
  must('strict/credentials-stay-at-their-origin', 'absent'),
];

const bySecret: Readonly<Record<Secret, readonly RulingOn<'canary'>[]>> = {
  authorization: [must('fetch/authorization-dropped-cross-origin', 'absent'), ...named],
  'x-api-key': unnamedCredential('sent'),
  // In Fetch a caller cannot set Cookie or Proxy-Authorization, so Fetch has no rule for them.
  cookie: named,
  'proxy-authorization': named,
};

/** The rulings on a secret that the caller gave to one origin, at another origin. */
export function canaryRulings(secret: Secret, relation: Relation): readonly RulingOn<'canary'>[] {
  const byHost = secret === 'authorization' && changesHost.has(relation) ? [must('adr-016/rule-6', 'absent')] : [];
  return [...bySecret[secret], ...byHost];
}
