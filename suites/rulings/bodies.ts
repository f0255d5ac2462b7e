import { followingAlong } from './following.ts';
import { keepsMethod } from './keeps-method.ts';
import { requestRulings } from './methods.ts';
import { may, must, should } from './ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Method } from '../vocabulary/method.ts';
import type { Place } from '../vocabulary/origin.ts';

const ruleOfAdr016 = { 307: 'adr-016/rule-4', 308: 'adr-016/rule-5' } as const;

/** The request after a POST was redirected by a status that may turn it into a GET. */
export const rewrittenRulings: Readonly<Record<301 | 302 | 303, readonly RulingOn<'request'>[]>> = {
  301: requestRulings(301, 'POST'),
  302: requestRulings(302, 'POST'),
  303: requestRulings(303, 'POST'),
};

/** The request after a POST was redirected by 307 or 308 within its origin: the same method and the same body. */
export const resentRulings = (status: 307 | 308): readonly RulingOn<'request'>[] => [
  must('fetch/body-resent', 'POST, same body'),
  keepsMethod(status, 'POST, any body'),
  should('rfc9110/request-resent', 'POST, same body'),
  must(ruleOfAdr016[status], 'POST, same body'),
];

/** Why a body that is lost on the way to another origin is disputed. */
export const dropped =
  'Some clients drop the body on a redirect to another origin, to keep it from a server that it was not meant for. Neither Fetch nor RFC 9110 has this exception.';

/** The request after a 307 or 308 to another origin: the same method and the same body. Some clients drop the body on purpose. */
export const keptElsewhere = (
  status: 307 | 308,
  method: Method = 'POST',
  body: 'same body' | 'no body' = 'same body',
): readonly RulingOn<'request'>[] => {
  const whole = `${method}, ${body}` as const;
  const disputed = body === 'same body' ? dropped : undefined;
  return [
    must(body === 'same body' ? 'fetch/body-resent' : 'fetch/method-kept', whole, disputed),
    keepsMethod(status, `${method}, any body`),
    should('rfc9110/request-resent', whole, disputed),
    must(ruleOfAdr016[status], whole, disputed),
  ];
};

/** The same for PUT on a 301 or 302, which only ADR-016 turns into a GET. */
export const putElsewhere: readonly RulingOn<'request'>[] = [
  must('fetch/body-resent', 'PUT, same body', dropped),
  should('rfc9110/method-by-status', 'PUT, any body'),
  should('rfc9110/request-resent', 'PUT, same body', dropped),
  must('adr-016/rule-2', 'GET, no body'),
];

/** Whether a redirect with a secret in the body is followed to another origin: it may be refused, returned, or followed without the body. */
export function followingWithSecret(from: Place, to: Place, status: 301 | 302 | 307 | 308): readonly RulingOn<'followed'>[] {
  const usual = followingAlong([from, to], status);
  // A redirect from https to http has a ruling of its own in the strict profile.
  if (usual.some(({ authority }) => authority === 'strict')) return usual;
  return [...usual, may('strict/secrets-in-bodies-stay', ['followed', `returned ${status}`, 'error: redirect-refused'])];
}
