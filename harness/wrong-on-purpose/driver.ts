import { runDriver } from '../drivers/node/run-driver.ts';
import { referenceClient } from '../reference/client.ts';
import { policies } from '../reference/policies.ts';
import { sins } from './index.ts';

/** The driver for a client that is wrong on purpose: `driver.ts <sin> <profile>`. */
const [, , name = '', profile = ''] = process.argv;

await runDriver(async () => {
  const sin = sins.find((each) => each.name === name);
  const virtue = policies[profile];
  if (!sin || !virtue) throw new Error(`there is no sin ${name} against the profile ${profile}`);
  const client = referenceClient(name, { ...virtue, ...sin.policy?.(virtue) }, sin.send);
  return sin.client?.(client) ?? client;
}, 'wire');
