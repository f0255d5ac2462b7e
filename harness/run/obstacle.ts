import { type Answer, casesOf, type Route } from '../../suites/vocabulary/answer.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import { origins } from '../../suites/vocabulary/origin.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { originsOf } from '../concrete/concrete-scenario.ts';

const answersOf = ({ routes }: Scenario): readonly Answer[] =>
  Object.values(routes).flatMap((route: Route) => casesOf(route).map(({ answer }) => answer));

const needing =
  (capability: Capability) =>
  (scenario: Scenario): boolean =>
    needsOf(scenario).includes(capability);

/** What only sockets can do, each with the reason why MSW cannot. */
const beyondMsw: readonly { readonly because: string; readonly isAskedBy: (scenario: Scenario) => boolean }[] = [
  { because: 'MSW cannot answer in raw bytes', isAskedBy: (scenario) => answersOf(scenario).some((answer) => 'raw' in answer) },
  {
    because: 'MSW cannot choose when it answers',
    isAskedBy: (scenario) => answersOf(scenario).some(({ sent }) => sent !== undefined),
  },
  {
    because: 'MSW has no packets',
    isAskedBy: (scenario) => answersOf(scenario).some(({ pieces }) => pieces !== undefined),
  },
  {
    because: 'MSW does not report when it answers',
    isAskedBy: ({ calls }) => calls.some(({ abort }) => abort && abort.on !== 'start'),
  },
  { because: 'MSW answers before a proxy is reached', isAskedBy: needing('proxy') },
  { because: 'MSW needs other handlers for other APIs', isAskedBy: ({ calls }) => calls.some(({ through }) => through) },
  { because: 'MSW does not speak HTTP/2', isAskedBy: needing('http2') },
  { because: 'MSW has no connections', isAskedBy: needing('agent') },
  {
    because: 'MSW has no certificates, and answers for every address',
    isAskedBy: (scenario) => originsOf(scenario).some((name) => 'flaw' in origins[name]),
  },
];

/** Why a scenario cannot be run against a client, if so: the finding of each of its checks. */
export function obstacle(
  scenario: Scenario,
  { capabilities }: { readonly capabilities: readonly Capability[] },
  transport: Transport,
): Extract<Finding, { readonly none: string }> | undefined {
  const lacking = needsOf(scenario).filter((capability) => !capabilities.includes(capability));
  if (lacking.length > 0) return { none: 'capability', because: `the adapter does not declare ${lacking.join(', ')}` };
  const beyond = transport === 'msw' ? beyondMsw.find(({ isAskedBy }) => isAskedBy(scenario)) : undefined;
  return beyond && { none: 'transport', because: beyond.because };
}
