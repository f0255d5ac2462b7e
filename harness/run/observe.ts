import { ofBrowsers } from '../../suites/vocabulary/capability.ts';
import type { ChangedObjects, Observation, ToldRedirect } from '../../suites/vocabulary/observation.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import type { Ended } from '../drivers/driver.ts';
import { HarnessFault } from '../fault.ts';
import type { CertificateAuthority } from '../network/certificates.ts';
import type { NginxServer } from '../network/elsewhere.ts';
import type { Network } from '../network/network.ts';
import { Servers } from '../network/servers.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import { failureWithin } from './failure-within.ts';
import { MockedNetwork } from './mocked-network.ts';
import { normalise } from './normalise.ts';
import { printedBy } from './printed-by.ts';
import { EndedBeforeFirstCall, failed, runCalls } from './run-calls.ts';
import type { ScenarioWatcher } from './scenario-watcher.ts';

/** The client that a scenario is run against, and the transport. */
export interface Subject {
  readonly client: ClientUnderTest;
  readonly transport: Transport;
  readonly authority: CertificateAuthority;
  readonly watcher?: ScenarioWatcher;
  /** Where nginx is asked for the answers that it can give. */
  readonly nginx?: NginxServer | undefined;
  /** Only a deadline shows a hang: nothing is proven, and no timer of the client is fired early. */
  readonly isTimed?: boolean;
}

/** What was seen in one scenario, and how it crashed or blocked its process, if it did. */
interface Attempt {
  readonly observation: Observation;
  readonly crash?: Ended;
}

async function attempt(
  scenario: ConcreteScenario,
  { client, transport, authority, watcher, nginx, isTimed = false }: Subject,
): Promise<Attempt> {
  const driver = await client.driver();
  const isBrowser = (await client.ready()).page !== undefined;
  const allowsPages = isBrowser && !scenario.needs.some((need) => ofBrowsers.includes(need));
  driver.takeOutput();
  watcher?.open(scenario.id);
  await using network: Network =
    transport !== 'wire'
      ? new MockedNetwork(scenario, driver, watcher)
      : await Servers.open(scenario, authority, { watcher, askNginx: nginx?.ask, allowsPages, isBrowser });
  const certificates = {
    ca: authority.certificate,
    ...(scenario.needs.includes('client-certificate') && { caller: authority.issueToCaller() }),
  };
  const blocked: string[] = [];
  const told: ToldRedirect[] = [];
  const changed: ChangedObjects[] = [];
  const stop = driver.listen((message) => {
    if ('blocked' in message) {
      blocked.push(message.blocked);
      watcher?.blocked(message.blocked);
    }
    if ('told' in message) told.push(message.told);
    if ('changed' in message) changed.push(message.changed);
  });
  try {
    const { driverIsSpent, outcomes, crash, ...state } = await runCalls(scenario, {
      certificates,
      driver,
      network,
      watcher,
      isTimed,
    });
    if (network.live?.fault) throw network.live.fault;
    const printed = await printedBy(driver);
    if (driverIsSpent) client.discard();
    else client.hasRun(scenario);
    const observation = {
      ...normalise({ requests: [...network.requests], outcomes }, scenario),
      ...state,
      blocked: [...blocked, ...network.unexpectedHosts],
      ...(changed.length > 0 && { changed }),
      ...(scenario.calls.some(({ onRedirect }) => onRedirect) && { told }),
      ...printed,
    };
    return { observation, ...(crash && { crash }) };
  } catch (error) {
    const { printed } = await printedBy(driver);
    client.discard();
    if (!(error instanceof HarnessFault) || error instanceof EndedBeforeFirstCall || printed === undefined) throw error;
    throw new HarnessFault(`${error.message}; last output: ${printed.split('\n').at(-1)}`, { cause: error });
  } finally {
    stop();
  }
}

/** How a scenario ended, if it ended its process before or during its calls. */
async function attemptOrCrash(scenario: ConcreteScenario, subject: Subject): Promise<Attempt | { readonly crash: Ended }> {
  try {
    return await attempt(scenario, subject);
  } catch (error) {
    if (error instanceof EndedBeforeFirstCall) return { crash: error.crash };
    throw error;
  }
}

/** A process that ended or was blocked while it ran a scenario, although an earlier one may have caused it. */
export interface EndedProcess {
  readonly crash: Ended;
  /** The scenario in which it ended. */
  readonly during: string;
  readonly client: ClientUnderTest;
  /** The scenarios that the process had run, oldest first. */
  readonly ran: ClientUnderTest['ran'];
  readonly at: number;
}

/**
 * Runs the calls of one scenario against a client and returns everything that was seen. A client that hangs or
 * crashes is an observation; a HarnessFault is thrown only if the adapter or its driver broke. That the process crashes
 * or is blocked counts only if the driver knows that the scenario caused it, or if it happens again in a new process;
 * else `onForeignCrash` is called.
 */
export async function observe(
  scenario: ConcreteScenario,
  subject: Subject,
  onForeignCrash: (process: EndedProcess) => Promise<void> = async () => {},
): Promise<Observation> {
  const { ran } = subject.client;
  const first = await attemptOrCrash(scenario, subject);
  const { crash } = first;
  const isOwn = crash === undefined || ran.length === 0 || crash.in === scenario.id;
  if (isOwn && 'observation' in first) return first.observation;
  const at = crash?.blockedSince ?? performance.now();
  const again = await attempt(scenario, subject);
  if (crash && ran.length > 0 && !again.crash) {
    await onForeignCrash({ crash, during: scenario.id, client: subject.client, ran, at });
  }
  return again.observation;
}

/** Runs scenarios in a process of their own, one after the other, and watches it for some time. */
async function runAlone(
  scenarios: readonly ConcreteScenario[],
  subject: Subject,
  watch: number,
): Promise<Attempt | { readonly crash: Ended } | undefined> {
  using client = subject.client.fresh();
  let last: Attempt | { readonly crash: Ended } | undefined;
  for (const scenario of scenarios) {
    last = await attemptOrCrash(scenario, { ...subject, client });
    if (last.crash) return last;
  }
  const ended = client.ran.length > 0 ? await failureWithin(await client.driver(), watch) : undefined;
  return ended && last ? { ...last, crash: ended } : last;
}

/** Whether a process ends or is blocked that runs these scenarios and nothing else, or is so some time afterwards. */
export async function crashesWith(scenarios: readonly ConcreteScenario[], subject: Subject, watch: number): Promise<boolean> {
  return (await runAlone(scenarios, subject, watch))?.crash !== undefined;
}

/** What is seen of a scenario in a process of its own, if it crashes or blocks that process within some time after its last call. */
export async function lateCrashOf(scenario: ConcreteScenario, subject: Subject, watch: number): Promise<Observation | undefined> {
  const seen = await runAlone([scenario], subject, watch);
  if (!seen?.crash || !('observation' in seen)) return undefined;
  const { outcomes, ...rest } = seen.observation;
  return { ...rest, outcomes: [...outcomes.slice(0, -1), failed(seen.crash)] };
}
