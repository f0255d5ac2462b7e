import type { Client } from '../client.ts';
import { referenceClient } from '../reference/client.ts';
import { policies } from '../reference/policies.ts';
import type { Policy } from '../reference/policy.ts';
import type { ProfileName, Sin } from './sin.ts';

/** The reference client of a profile, with one sin. */
export function sinner({ name, policy, send, client }: Sin, profile: ProfileName): Client {
  const virtue: Policy = policies[profile];
  const fallen = referenceClient(name, { ...virtue, ...policy?.(virtue) }, send);
  return client?.(fallen) ?? fallen;
}
