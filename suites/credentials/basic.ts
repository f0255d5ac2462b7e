import { scenario, type Spec } from '../builders/scenario.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Given } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

/** `aladdin` and `sesame` as HTTP Basic credentials. They are compared as a field, because canaries do not find a secret in base64. */
export const basic = 'Basic YWxhZGRpbjpzZXNhbWU=';

/** The password as an option of the client. */
export const byOption: Partial<Call> = { auth: { username: 'aladdin', password: 'sesame' } };

/** The password in the first URL. */
export const inUrl: Partial<Call> = { userinfo: 'aladdin:sesame' };

/** The client sends name and password to the place that they were given for. */
export const sentAt = (at: Place): Given => ({
  fact: { kind: 'field', name: 'Authorization', at },
  oneOf: [basic],
});

/** The client makes the first request at all: Fetch refuses a URL with a password before any request. */
export const acceptedAt = (at: Place): Given => ({ fact: { kind: 'requests', at }, oneOf: ['1'] });

const isAuthorization = (name: string): boolean => name.toLowerCase() === 'authorization';

/** A scenario whose caller sets no Authorization field, because the credential is given in another way. */
export function withoutAuthorization(spec: Spec): Scenario {
  const usual = scenario(spec);
  return {
    ...usual,
    calls: usual.calls.map((call) => ({ ...call, headers: (call.headers ?? []).filter(([name]) => !isAuthorization(name)) })),
    checks: usual.checks.filter(({ fact }) => fact.kind !== 'canary' || fact.secret !== 'authorization'),
  };
}
