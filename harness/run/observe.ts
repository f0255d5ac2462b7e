import type { ChangedObjects, Observation, ToldRedirect } from '../../suites/vocabulary/observation.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import type { CertificateAuthority } from '../network/certificates.ts';
import { Servers } from '../network/servers.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import { MockedNetwork } from './mocked-network.ts';
import { normalise } from './normalise.ts';
import { EndedBeforeFirstCall, runCalls } from './run-calls.ts';

/** The client that a scenario is run against, and the transport. */
export interface Subject {
  readonly client: ClientUnderTest;
  readonly transport: Transport;
  readonly authority: CertificateAuthority;
}

async function attempt(scenario: ConcreteScenario, { client, transport, authority }: Subject): Promise<Observation> {
  const driver = await client.driver();
  await using network = transport === 'msw' ? new MockedNetwork(scenario, driver) : await Servers.open(scenario, authority);
  const blocked: string[] = [];
  const told: ToldRedirect[] = [];
  const changed: ChangedObjects[] = [];
  const stop = driver.listen((message) => {
    if ('blocked' in message) blocked.push(message.blocked);
    if ('told' in message) told.push(message.told);
    if ('changed' in message) changed.push(message.changed);
  });
  try {
    const { driverIsSpent, outcomes, ...state } = await runCalls(scenario, authority.certificate, driver, network);
    if (driverIsSpent) client.discard();
    return {
      ...normalise({ requests: [...network.requests], outcomes }, scenario),
      ...state,
      blocked: [...blocked, ...network.unexpectedHosts],
      ...(changed.length > 0 && { changed }),
      ...(scenario.calls.some(({ onRedirect }) => onRedirect) && { told }),
    };
  } catch (error) {
    client.discard();
    throw error;
  } finally {
    stop();
  }
}

/**
 * Runs the calls of one scenario against a client and returns everything that was seen. A client that hangs or
 * crashes is an observation; a HarnessFault is thrown only if the adapter or its driver broke.
 */
export async function observe(scenario: ConcreteScenario, subject: Subject): Promise<Observation> {
  try {
    return await attempt(scenario, subject);
  } catch (error) {
    if (error instanceof EndedBeforeFirstCall) return attempt(scenario, subject);
    throw error;
  }
}
