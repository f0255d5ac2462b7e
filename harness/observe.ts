import type { Observation, ToldRedirect } from '../suites/vocabulary/observation.ts';
import type { Transport } from '../suites/vocabulary/result.ts';
import { nameWhatIsDrawn } from './chance.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import type { ConcreteScenario } from './concrete.ts';
import { converse, GoneBefore, type Plan } from './conversation.ts';
import { MockedNetwork } from './mocked-network.ts';
import type { CertificateAuthority } from './servers/certificates.ts';
import { Servers } from './servers/servers.ts';

/** Whom a scenario is run against, and over what. */
export interface Subject {
  readonly client: ClientUnderTest;
  readonly transport: Transport;
  readonly authority: CertificateAuthority;
}

/** The record as it is kept, nothing in it left to chance: in which order calls that are made at once are served, is. */
function withoutChance(scenario: ConcreteScenario, record: Pick<Observation, 'requests' | 'outcomes'>): typeof record {
  const { requests, outcomes } = nameWhatIsDrawn(record, scenario);
  if (!scenario.atOnce) return { requests, outcomes };
  const byTarget = requests.toSorted((one, other) => one.target.localeCompare(other.target));
  return { requests: byTarget.map((request) => ({ ...request, connection: null })), outcomes };
}

async function attempt(plan: Plan, { client, transport, authority }: Subject): Promise<Observation> {
  const { id, scenario } = plan;
  const driver = await client.driver();
  await using network =
    transport === 'msw' ? new MockedNetwork(id, scenario, driver) : await Servers.open(id, scenario, authority);
  const blocked: string[] = [];
  const told: ToldRedirect[] = [];
  const stop = driver.listen((message) => {
    if ('blocked' in message) blocked.push(message.blocked);
    if ('told' in message) told.push(message.told);
  });
  try {
    const { isLast, outcomes, ...state } = await converse(plan, driver, network);
    if (isLast) client.discard();
    return {
      ...withoutChance(scenario, { requests: [...network.requests], outcomes }),
      ...state,
      blocked: [...blocked, ...network.strays],
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
 * Runs the calls of one scenario against a client and tells everything that was seen. A client that hangs or
 * dies is an observation; a HarnessFault is thrown only where the adapter or its driver broke.
 */
export async function observe(id: string, scenario: ConcreteScenario, subject: Subject): Promise<Observation> {
  const plan: Plan = { id, scenario, ca: subject.authority.certificate };
  try {
    return await attempt(plan, subject);
  } catch (error) {
    if (error instanceof GoneBefore) return attempt(plan, subject);
    throw error;
  }
}
