import { runDriver } from '../drivers/node/run-driver.ts';
import { isRuleBook } from '../policy/rule-books.ts';
import { referenceClient } from './client.ts';
import { referencePolicies } from './policies.ts';

/** The driver of the reference client: `driver.ts <profile>`. */
const [, , name = ''] = process.argv;

await runDriver(async () => {
  if (!isRuleBook(name)) throw new Error(`there is no reference client for the profile ${name}`);
  return referenceClient(`reference/${name}`, referencePolicies[name]);
}, 'wire');
