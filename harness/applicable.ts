import type { Ready } from './drivers/protocol.ts';
import type { Transport } from '../suites/vocabulary/result.ts';
import type { Capability, Scenario } from '../suites/vocabulary/scenario.ts';
import { needsOf } from './needs.ts';
import type { Finding } from '../suites/vocabulary/verdict.ts';

const answersInRawBytes = ({ routes }: Scenario): boolean =>
  Object.values(routes).some((route) =>
    'raw' in route ? true : Array.isArray(route) && route.some(({ answer }) => 'raw' in answer),
  );

/** What a mock cannot show, by the capability of which it would be the occasion. */
const beyondMocks: Partial<Readonly<Record<Capability, string>>> = {
  proxy: 'MSW answers before any proxy is asked',
};

function beyondMock(scenario: Scenario): string | undefined {
  if (answersInRawBytes(scenario)) return 'MSW cannot answer in raw bytes';
  return needsOf(scenario)
    .map((capability) => beyondMocks[capability])
    .find((reason) => reason !== undefined);
}

/** Why a scenario cannot be run against a client, if so: the finding of each of its checks. */
export function obstacle(
  scenario: Scenario,
  { capabilities }: Pick<Ready, 'capabilities'>,
  transport: Transport,
): Finding | undefined {
  const lacking = needsOf(scenario).filter((capability) => !capabilities.includes(capability));
  if (lacking.length > 0) return { none: 'capability', because: `the adapter does not declare ${lacking.join(', ')}` };
  const because = transport === 'msw' ? beyondMock(scenario) : undefined;
  return because === undefined ? undefined : { none: 'transport', because };
}
