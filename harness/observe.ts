import type { Observation, Outcome, ToldRedirect } from '../suites/vocabulary/observation.ts';
import type { Transport } from '../suites/vocabulary/result.ts';
import type { Abort } from '../suites/vocabulary/scenario.ts';
import { keep } from './bytes.ts';
import { nameBoundaries } from './boundaries.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import type { ConcreteCall, ConcreteScenario } from './concrete.ts';
import { deadline } from './deadline.ts';
import { HarnessFault, type Driver, type Ended } from './drivers/driver.ts';
import type { DriverMessage, WireRequest } from './drivers/protocol.ts';
import { classify } from './errors.ts';
import { MockedNetwork } from './mocked-network.ts';
import type { Network } from './network.ts';
import type { CertificateAuthority } from './servers/certificates.ts';
import { Servers } from './servers/servers.ts';

type Reply = Extract<DriverMessage, { id: number }> | Ended | 'hung';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function toWire({ body, abort, ...call }: ConcreteCall): WireRequest {
  const request = { ...call, ...(abort?.on === 'start' && { aborted: true as const }) };
  if (body === undefined) return { ...request, body: null };
  return { ...request, body: typeof body === 'string' ? { base64: base64(body) } : { stream: body.stream.map(base64) } };
}

function toOutcome(reply: Reply): Outcome {
  if (reply === 'hung') return { kind: 'hung' };
  if ('ended' in reply) return { kind: 'crashed', how: reply.ended };
  if ('thrown' in reply) return { kind: 'non-error', thrown: reply.thrown };
  if ('error' in reply) return { kind: 'error', class: reply.class ?? classify(reply.error), error: reply.error };
  const { body, ...response } = reply.response;
  return { kind: 'response', ...response, body: keep(Buffer.from(body.base64, 'base64')) };
}

/** Lets the caller give up when its moment has come. */
async function giveUp(id: number, { on, reason }: Abort, driver: Driver, network: Network): Promise<void> {
  if (on === 'start') return;
  await network.when(on);
  driver.tell({ abort: { id, ...(reason && { reason }) } });
}

/** Makes one call and waits until it settles, its client dies or the harness loses patience. */
async function perform(id: number, call: ConcreteCall, driver: Driver, network: Network): Promise<Outcome> {
  const limit = deadline(() => network.lastActivity);
  try {
    const reply = driver.ask({ send: { id, request: toWire(call) } }, (message) =>
      'id' in message && message.id === id ? message : undefined,
    );
    if (call.abort) void giveUp(id, call.abort, driver, network);
    const outcome = toOutcome(await Promise.race([reply, limit.passed]));
    if (outcome.kind === 'hung') driver.tell({ abort: { id } });
    return outcome;
  } finally {
    limit.stop();
    network.callSettled();
  }
}

const isFatal = ({ kind }: Outcome): boolean => kind === 'hung' || kind === 'crashed';

/** Makes the calls of a scenario, all at once or one after the other; then a client that hangs or dies makes no further one. */
async function performAll({ calls, atOnce }: ConcreteScenario, driver: Driver, network: Network): Promise<readonly Outcome[]> {
  if (atOnce) return Promise.all(calls.map((call, index) => perform(index + 1, call, driver, network)));
  const outcomes: Outcome[] = [];
  for (const [index, call] of calls.entries()) {
    const outcome = await perform(index + 1, call, driver, network);
    outcomes.push(outcome);
    if (isFatal(outcome)) break;
  }
  return outcomes;
}

/** How long an adapter may take to open a scenario, in milliseconds. */
const OPEN_LIMIT = 10_000;

async function open({ id, scenario: { needs, routes } }: Plan, ca: string, driver: Driver, network: Network): Promise<void> {
  const limit = deadline(() => 0, { idle: OPEN_LIMIT, call: OPEN_LIMIT });
  const given = network.answersItself ? routes : [];
  const opened = driver.ask({ open: { scenario: id, needs, routes: given, names: network.ports, ca } }, (message) =>
    'opened' in message ? message : undefined,
  );
  const answer = await Promise.race([opened, limit.passed]).finally(() => limit.stop());
  if (answer === 'hung') throw new HarnessFault(`the adapter did not open the scenario within ${OPEN_LIMIT / 1000} s`);
  if ('ended' in answer) throw new GoneBefore(`the driver ended before its first call: ${answer.ended}`);
}

/** Ends a scenario. A client that dies or blocks its process after its last answer did so in this scenario all the same. */
async function close({ id }: Plan, driver: Driver): Promise<Outcome | undefined> {
  const limit = deadline(() => 0);
  const closed = driver.ask({ close: { scenario: id } }, (message) => ('closed' in message ? message : undefined));
  const answer = await Promise.race([closed, limit.passed]).finally(() => limit.stop());
  return answer === 'hung' || 'ended' in answer ? toOutcome(answer) : undefined;
}

/** Whether the process of the client can end by itself, now that its calls have settled. */
async function exitOf(driver: Driver): Promise<Observation['exit']> {
  const left = driver.leave();
  if (!left) return undefined;
  const limit = deadline(() => 0);
  const outcome = await Promise.race([left, limit.passed]).finally(() => limit.stop());
  return outcome === 'hung' ? 'stays' : 'ends';
}

/** The driver ended before the first call of a scenario: of something that an earlier scenario left behind. */
class GoneBefore extends Error {}

async function converse(plan: Plan, ca: string, driver: Driver, network: Network): Promise<readonly Outcome[]> {
  await open(plan, ca, driver, network);
  const outcomes = await performAll(plan.scenario, driver, network);
  if (outcomes.some(isFatal)) return outcomes;
  const late = await close(plan, driver);
  return late ? [...outcomes.slice(0, -1), late] : outcomes;
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
  const told: ToldRedirect[] = [];
  const stop = driver.listen((message) => {
    if ('blocked' in message) blocked.push(message.blocked);
    if ('told' in message) told.push(message.told);
  });
  try {
    const outcomes = await converse(plan, authority.certificate, driver, network);
    const { requests, strays, leftOpen } = network;
    const isGone = outcomes.some(isFatal);
    const exit = scenario.watchesExit && !isGone ? await exitOf(driver) : undefined;
    if (isGone || exit) client.discard();
    return {
      requests: scenario.calls.some(({ form }) => form) ? nameBoundaries(requests) : [...requests],
      outcomes,
      blocked: [...blocked, ...strays],
      ...(scenario.calls.some(({ onRedirect }) => onRedirect) && { told }),
      ...(leftOpen && { leftOpen }),
      ...(exit && { exit }),
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
  const plan: Plan = { id, scenario };
  try {
    return await attempt(plan, subject);
  } catch (error) {
    if (error instanceof GoneBefore) return attempt(plan, subject);
    throw error;
  }
}
