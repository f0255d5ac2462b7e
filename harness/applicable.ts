import type { Ready } from './drivers/protocol.ts';
import type { Transport } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import { needsOf } from './needs.ts';
import type { Finding } from '../suites/vocabulary/verdict.ts';

const answersInRawBytes = ({ routes }: Scenario): boolean =>
  Object.values(routes).some((route) =>
    'raw' in route ? true : Array.isArray(route) && route.some(({ answer }) => 'raw' in answer),
  );

/** Why a scenario cannot be run against a client, if so: the finding of each of its checks. */
export function obstacle(
  scenario: Scenario,
  { capabilities }: Pick<Ready, 'capabilities'>,
  transport: Transport,
): Finding | undefined {
  const lacking = needsOf(scenario).filter((capability) => !capabilities.includes(capability));
  if (lacking.length > 0) return { none: 'capability', because: `the adapter does not declare ${lacking.join(', ')}` };
  if (transport === 'msw' && answersInRawBytes(scenario)) return { none: 'transport', because: 'MSW cannot answer in raw bytes' };
  return undefined;
}
