import type { Finding } from '../../suites/vocabulary/finding.ts';
import { requestCeiling } from '../network/network.ts';
import { type Evidence, found, ifSettled } from './evidence.ts';

/** What the caller got from call k in the end. */
export function outcome(fact: { readonly call?: number }, evidence: Evidence): Finding {
  const ceiling = requestCeiling(evidence.concrete.calls.length);
  if (evidence.observation.requests.length > ceiling) return found(`cut off after ${ceiling} requests`);
  return ifSettled(fact, evidence, (settled) =>
    found(settled.kind === 'error' ? `error: ${settled.class}` : `returned ${settled.status}`),
  );
}
