import { runDriver } from '../drivers/node/run-driver.ts';
import { referenceClient } from './client.ts';
import { policies } from './policies.ts';

/** The driver for the reference client: `driver.ts <profile>`. */
const [, , profile = ''] = process.argv;

await runDriver(async () => {
  if (!(profile in policies)) throw new Error(`there is no reference client for the profile ${profile}`);
  return referenceClient(`reference/${profile}`, policies[profile as keyof typeof policies]);
}, 'wire');
