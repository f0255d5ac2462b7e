import type { Ready } from './drivers/protocol.ts';
import type { Transport } from '../suites/vocabulary/result.ts';
import { origins } from '../suites/vocabulary/origin.ts';
import { casesOf, type Answer, type Route, type Scenario } from '../suites/vocabulary/scenario.ts';
import { concrete } from './concrete.ts';
import { needsOf } from './needs.ts';
import type { Finding } from '../suites/vocabulary/verdict.ts';

const answersOf = ({ routes }: Scenario): readonly Answer[] =>
  Object.values(routes).flatMap((route: Route) => casesOf(route).map(({ answer }) => answer));

/** What only sockets can do, each with the reason why MSW cannot. */
const beyondMsw: readonly { readonly because: string; readonly asks: (scenario: Scenario) => boolean }[] = [
  { because: 'MSW cannot answer in raw bytes', asks: (scenario) => answersOf(scenario).some((answer) => 'raw' in answer) },
  {
    because: 'MSW cannot choose when it answers',
    asks: (scenario) => answersOf(scenario).some(({ sent }) => sent !== undefined),
  },
  {
    because: 'MSW tells nobody when it answers',
    asks: ({ calls }) => calls.some(({ abort }) => abort && abort.on !== 'start'),
  },
  { because: 'MSW answers before any proxy is asked', asks: (scenario) => needsOf(scenario).includes('proxy') },
  {
    because: 'MSW wants handlers of their own for other APIs',
    asks: ({ calls }) => calls.some(({ through }) => through),
  },
  { because: 'MSW speaks no HTTP/2', asks: (scenario) => needsOf(scenario).includes('http2') },
  { because: 'MSW has no connections', asks: (scenario) => needsOf(scenario).includes('agent') },
  {
    because: 'MSW has no certificates, and answers everywhere',
    asks: (scenario) => concrete(scenario).origins.some((name) => 'flaw' in origins[name]),
  },
];

/** Why a scenario cannot be run against a client, if so: the finding of each of its checks. */
export function obstacle(
  scenario: Scenario,
  { capabilities }: Pick<Ready, 'capabilities'>,
  transport: Transport,
): Extract<Finding, { readonly none: string }> | undefined {
  const lacking = needsOf(scenario).filter((capability) => !capabilities.includes(capability));
  if (lacking.length > 0) return { none: 'capability', because: `the adapter does not declare ${lacking.join(', ')}` };
  const beyond = transport === 'msw' ? beyondMsw.find(({ asks }) => asks(scenario)) : undefined;
  return beyond && { none: 'transport', because: beyond.because };
}
