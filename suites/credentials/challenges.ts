import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { acceptedAt, byOption, inUrl, withoutAuthorization } from './basic.ts';

const away: Place = '{other}/target';

const challenges = [
  { name: 'basic', challenge: 'Basic realm="other"' },
  { name: 'digest', challenge: 'Digest realm="other", qop="auth", nonce="c0ffee", algorithm=SHA-256' },
] as const;

const ways = [
  { name: 'option', title: 'as an option', how: byOption },
  { name: 'userinfo', title: 'in the first URL', how: inUrl },
] as const;

/** No password was given for the other host, so its challenge stays unanswered. */
const unanswered: readonly Check[] = [
  {
    fact: { kind: 'field', name: 'Authorization', at: away },
    rulings: [
      must('fetch/authorization-dropped-cross-origin', 'absent'),
      should('rfc9110/credentials-within-protection-space', 'absent'),
      must('adr-016/rule-6', 'absent'),
      must('strict/credentials-stay-at-their-origin', 'absent'),
    ],
  },
  {
    fact: { kind: 'field', name: 'Authorization', at: away, visit: 2 },
    rulings: [
      should('rfc9110/credentials-within-protection-space', 'absent'),
      must('strict/credentials-stay-at-their-origin', 'absent'),
    ],
  },
];

/** Another host that asks for a password. */
export const challenged: readonly Scenario[] = ways.flatMap((way) =>
  challenges.map(({ name, challenge }) =>
    withoutAuthorization({
      id: `credentials/${name}-challenge-at-the-other-host-${way.name}`,
      title: `Password ${way.title}, and another host that sends a ${challenge.replace(/ .*/, '')} challenge`,
      routes: {
        '{home}/start': { status: 302, location: away },
        [away]: { status: 401, headers: [['WWW-Authenticate', challenge]] },
      },
      call: { method: 'GET', url: '{home}/start', ...way.how },
      covers: ['a-401-then-redirect-other-host', ...(name === 'digest' ? ['a-digest-cross-origin'] : [])],
      checks: [
        { fact: { kind: 'followed', to: away }, given: acceptedAt('{home}/start'), rulings: following[302] },
        ...unanswered,
      ],
    }),
  ),
);
