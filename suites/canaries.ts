import { may, must, should } from './rulings.ts';
import type { Ruling } from './vocabulary/check.ts';
import type { Secret } from './vocabulary/fact.ts';
import type { Relation } from './vocabulary/origin.ts';

const considered = 'RFC 9110 asks a client to consider the removal, not to remove; keeping the field on purpose conforms.';

const changesHost: ReadonlySet<Relation> = new Set<Relation>(['other host', 'subdomain', 'parent domain']);

const bySecret: Readonly<Record<Secret, readonly Ruling[]>> = {
  authorization: [
    must('fetch/authorization-dropped-cross-origin', 'absent'),
    should('rfc9110/caller-credentials-considered', 'absent', considered),
    must('strict/credentials-stay-at-their-origin', 'absent'),
  ],
  // The Fetch Standard removes Authorization alone; whoever removes more is the safer client, and not at fault.
  'x-api-key': [
    may('fetch/other-headers-kept', ['sent', 'absent'], 'The list of removed fields is closed in Fetch, open in RFC 9110.'),
    should('rfc9110/caller-credentials-considered', 'absent', considered),
    must('strict/credentials-stay-at-their-origin', 'absent'),
  ],
  // Fetch lets no caller set Cookie or Proxy-Authorization, so it has no rule for either.
  cookie: [
    should('rfc9110/caller-credentials-considered', 'absent', considered),
    must('strict/credentials-stay-at-their-origin', 'absent'),
  ],
  'proxy-authorization': [
    should('rfc9110/caller-credentials-considered', 'absent', considered),
    must('strict/credentials-stay-at-their-origin', 'absent'),
  ],
};

/** What every authority thinks of a secret that the caller gave to one origin and another origin sees. */
export function canaryRulings(secret: Secret, relation: Relation): readonly Ruling[] {
  const byHost = secret === 'authorization' && changesHost.has(relation) ? [must('adr-016/rule-6', 'absent')] : [];
  return [...bySecret[secret], ...byHost];
}
