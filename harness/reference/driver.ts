import { runDriver } from '../drivers/node/run-driver.ts';
import { referenceClient } from './client.ts';
import { referencePolicies, type ReferenceProfile } from './policies.ts';

/** The driver of the reference client: `driver.ts <profile>`. */
const [, , profile = ''] = process.argv;

await runDriver(async () => {
  if (!(profile in referencePolicies)) throw new Error(`there is no reference client for the profile ${profile}`);
  return referenceClient(`reference/${profile}`, referencePolicies[profile as ReferenceProfile]);
}, 'wire');
