import type { Observation, Outcome } from '../suites/vocabulary/observation.ts';
import type { Transport } from '../suites/vocabulary/result.ts';
import { keep } from './bytes.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import type { ConcreteCall, ConcreteScenario } from './concrete.ts';
import { deadline } from './deadline.ts';
import { HarnessFault, type Driver, type Ended } from './drivers/driver.ts';
import type { DriverMessage, HarnessMessage, WireRequest } from './drivers/protocol.ts';
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

/** How long a driver may take to open or close a scenario, in milliseconds. */
const HANDSHAKE_LIMIT = 10_000;

/** Asks for something that no server has a part in. Throws a HarnessFault if there is no answer in time. */
async function handshake(driver: Driver, message: HarnessMessage, answer: 'opened' | 'closed'): Promise<Ended | undefined> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new HarnessFault(`no \`${answer}\` within ${HANDSHAKE_LIMIT / 1000} s`)),
    HANDSHAKE_LIMIT,
  );
  try {
    const reply = driver.ask(message, (each) => (answer in each ? each : undefined));
    const given = await Promise.race([reply, tooLate]);
    return 'ended' in given ? given : undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The driver ended before the first call of a scenario: of something that an earlier scenario left behind. */
class GoneBefore extends Error {}

/** Makes all calls and ends the scenario. A client that dies after its last answer died in this scenario all the same. */
async function converse(plan: Plan, ca: string, driver: Driver, network: Network): Promise<readonly Outcome[]> {
  const { id, scenario } = plan;
  const { needs, routes, calls } = scenario;
  const gone = await handshake(driver, { open: { scenario: id, needs, routes, names: network.ports, ca } }, 'opened');
  if (gone) throw new GoneBefore(`the driver ended before its first call: ${gone.ended}`);
  const outcomes = await performAll(calls, driver, network);
  if (outcomes.some(isFatal)) return outcomes;
  const died = await handshake(driver, { close: { scenario: id } }, 'closed');
  return died ? [...outcomes.slice(0, -1), { kind: 'crashed', how: died.ended }] : outcomes;
}

/** Whom a scenario is run against, and over what. */
export interface Subject {
  readonly client: ClientUnderTest;
  readonly transport: Transport;
  readonly authority: CertificateAuthority;
}

interface Plan {
  readonly id: string;
  readonly scenario: ConcreteScenario;
}

async function attempt(plan: Plan, { client, transport, authority }: Subject): Promise<Observation> {
  const { id, scenario } = plan;
  const driver = await client.driver();
  await using network =
    transport === 'msw' ? new MockedNetwork(id, scenario, driver) : await Servers.open(id, scenario, authority);
  const blocked: string[] = [];
  const stop = driver.listen((message) => 'blocked' in message && blocked.push(message.blocked));
  try {
    const outcomes = await converse(plan, authority.certificate, driver, network);
    if (outcomes.some(isFatal)) client.discard();
    return { requests: [...network.requests], outcomes, blocked };
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
  const plan: Plan = { id, scenario };
  try {
    return await attempt(plan, subject);
  } catch (error) {
    if (error instanceof GoneBefore) return attempt(plan, subject);
    throw error;
  }
}
