import { runDriver } from '../drivers/node/run-driver.ts';
import { referenceClient } from './client.ts';
import { referencePolicies, referenceProfiles } from './policies.ts';

/** The driver of the reference client: `driver.ts <profile>`. */
const [, , name = ''] = process.argv;

await runDriver(async () => {
  const profile = referenceProfiles.find((each) => each === name);
  if (!profile) throw new Error(`there is no reference client for the profile ${name}`);
  return referenceClient(`reference/${profile}`, referencePolicies[profile]);
}, 'wire');
