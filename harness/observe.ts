import type { Observation, Outcome } from '../suites/vocabulary/observation.ts';
import type { Transport } from '../suites/vocabulary/result.ts';
import { keep } from './bytes.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import type { ConcreteCall, ConcreteScenario } from './concrete.ts';
import { deadline } from './deadline.ts';
import type { Driver, Ended } from './drivers/driver.ts';
import type { DriverMessage, WireRequest } from './drivers/protocol.ts';
import { classify } from './errors.ts';
import { MockedNetwork } from './mocked-network.ts';
import type { Network } from './network.ts';
import type { CertificateAuthority } from './servers/certificates.ts';
import { Servers } from './servers/servers.ts';

type Reply = Extract<DriverMessage, { id: number }> | Ended | 'hung';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function toWire({ body, ...call }: ConcreteCall): WireRequest {
  if (body === undefined) return { ...call, body: null };
  return { ...call, body: typeof body === 'string' ? { base64: base64(body) } : { stream: body.stream.map(base64) } };
}

function toOutcome(reply: Reply): Outcome {
  if (reply === 'hung') return { kind: 'hung' };
  if ('ended' in reply) return { kind: 'crashed', how: reply.ended };
  if ('thrown' in reply) return { kind: 'non-error', thrown: reply.thrown };
  if ('error' in reply) return { kind: 'error', class: reply.class ?? classify(reply.error), error: reply.error };
  const { body, ...response } = reply.response;
  return { kind: 'response', ...response, body: keep(Buffer.from(body.base64, 'base64')) };
}

/** Makes one call and waits until it settles, its client dies or the harness loses patience. */
async function perform(id: number, call: ConcreteCall, driver: Driver, network: Network): Promise<Outcome> {
  const limit = deadline(() => network.lastActivity);
  try {
    const reply = driver.ask({ send: { id, request: toWire(call) } }, (message) =>
      'id' in message && message.id === id ? message : undefined,
    );
    const outcome = toOutcome(await Promise.race([reply, limit.passed]));
    if (outcome.kind === 'hung') driver.tell({ abort: { id } });
    return outcome;
  } finally {
    limit.stop();
  }
}

const isFatal = ({ kind }: Outcome): boolean => kind === 'hung' || kind === 'crashed';

/** Makes the calls of a scenario, one after the other; a client that hangs or dies makes no further one. */
async function performAll(calls: readonly ConcreteCall[], driver: Driver, network: Network): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, call] of calls.entries()) {
    const outcome = await perform(index + 1, call, driver, network);
    outcomes.push(outcome);
    if (isFatal(outcome)) break;
  }
  return outcomes;
}

/** Makes all calls and ends the scenario. A client that dies after its last answer died in this scenario all the same. */
async function converse(
  scenarioId: string,
  scenario: ConcreteScenario,
  ca: string,
  driver: Driver,
  network: Network,
): Promise<readonly Outcome[]> {
  const { routes, calls } = scenario;
  await driver.ask({ open: { scenario: scenarioId, routes, names: network.ports, ca } }, (message) =>
    'opened' in message ? message : undefined,
  );
  const outcomes = await performAll(calls, driver, network);
  if (outcomes.some(isFatal)) return outcomes;
  const end = await driver.ask({ close: { scenario: scenarioId } }, (message) => ('closed' in message ? message : undefined));
  return 'ended' in end ? [...outcomes.slice(0, -1), { kind: 'crashed', how: end.ended }] : outcomes;
}

/** Whom a scenario is run against, and over what. */
export interface Subject {
  readonly client: ClientUnderTest;
  readonly transport: Transport;
  readonly authority: CertificateAuthority;
}

/**
 * Runs the calls of one scenario against a client and tells everything that was seen. A client that hangs or
 * dies is an observation; a HarnessFault is thrown only where the adapter or its driver broke.
 */
export async function observe(
  scenarioId: string,
  scenario: ConcreteScenario,
  { client, transport, authority }: Subject,
): Promise<Observation> {
  const driver = await client.driver();
  await using network =
    transport === 'msw' ? new MockedNetwork(scenarioId, scenario, driver) : await Servers.open(scenarioId, scenario, authority);
  const blocked: string[] = [];
  const stop = driver.listen((message) => 'blocked' in message && blocked.push(message.blocked));
  try {
    const outcomes = await converse(scenarioId, scenario, authority.certificate, driver, network);
    if (outcomes.some(isFatal)) client.discard();
    return { requests: [...network.requests], outcomes, blocked };
  } catch (error) {
    client.discard();
    throw error;
  } finally {
    stop();
  }
}
