import { scenario, type Spec } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, Scenario } from '../vocabulary/scenario.ts';

/** `aladdin` and `sesame`, as HTTP Basic writes them: the canaries cannot see a secret in base64. */
export const basic = 'Basic YWxhZGRpbjpzZXNhbWU=';

export const byOption: Partial<Call> = { auth: { username: 'aladdin', password: 'sesame' } };

export const inUrl: Partial<Call> = { userinfo: 'aladdin:sesame' };

/** The client does send name and password to the place they were given for. */
export const sentAt = (at: Place): NonNullable<Check['given']> => ({
  fact: { kind: 'field', name: 'Authorization', at },
  oneOf: [basic],
});

/** The client made the request at all: by the Fetch Standard a URL with a password in it is refused at once. */
export const acceptedAt = (at: Place): NonNullable<Check['given']> => ({ fact: { kind: 'requests', at }, oneOf: ['1'] });

const isAuthorization = (name: string): boolean => name.toLowerCase() === 'authorization';

/** A scenario whose caller sets no Authorization field, because the credential comes in another way. */
export function withoutAuthorization(spec: Spec): Scenario {
  const usual = scenario(spec);
  return {
    ...usual,
    calls: usual.calls.map((call) => ({ ...call, headers: (call.headers ?? []).filter(([name]) => !isAuthorization(name)) })),
    checks: usual.checks.filter(({ fact }) => fact.kind !== 'canary' || fact.secret !== 'authorization'),
  };
}
