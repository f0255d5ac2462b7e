import type { Policy } from '../policy/policy.ts';
import type { OutgoingRequest, ReceivedAnswer } from './messages.ts';

/** Every decision of the reference client: those about redirects, and those of what it can do beyond a policy client. */
export interface ReferencePolicy extends Policy {
  /** Whether a certificate of the caller is sent only to the origin of the URL of the call. */
  readonly bindsCertificate: boolean;
  /** The key under which the cache stores the answer to a request; undefined for a request that bypasses the cache. */
  readonly cacheKey: (request: OutgoingRequest) => string | undefined;
  /** The URLs whose stored answers an answer invalidates. */
  readonly invalidates: (request: OutgoingRequest, answer: ReceivedAnswer) => readonly URL[];
}
