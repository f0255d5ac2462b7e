import type { Octets, Repeated } from '../../suites/vocabulary/answer.ts';
import { type Abort, isStreamed } from '../../suites/vocabulary/call.ts';
import type { Observation, Outcome } from '../../suites/vocabulary/observation.ts';
import type { ConcreteCall, ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { contentBytes } from '../concrete/content-bytes.ts';
import type { Driver, Ended } from '../drivers/driver.ts';
import type { DriverMessage, WireRequest } from '../drivers/protocol.ts';
import { HarnessFault } from '../fault.ts';
import { keep } from '../network/kept-bytes.ts';
import type { LiveNetwork, Network } from '../network/network.ts';
import { orHung } from './deadline.ts';
import { classify } from './error-class.ts';

/** The result of the calls of a scenario, apart from what the servers saw. */
export interface CallsResult extends Pick<Observation, 'outcomes' | 'leftOpen' | 'exit'> {
  /** Whether the driver cannot be used for another scenario. */
  readonly driverIsSpent: boolean;
}

/** The driver ended before the first call of a scenario, because of something that an earlier scenario left behind. */
export class EndedBeforeFirstCall extends HarnessFault {}

type Reply = Extract<DriverMessage, { id: number }> | Ended | 'hung';

const base64 = (content: string | Repeated | Octets): string => contentBytes(content).toString('base64');

function toWire({ body, abort, ...call }: ConcreteCall): WireRequest {
  const request = { ...call, ...(abort?.on === 'start' && { aborted: true as const }) };
  if (body === undefined) return { ...request, body: null };
  if (isStreamed(body)) return { ...request, body: { stream: body.stream.map((part) => base64(part)) } };
  return { ...request, body: { base64: base64(body) } };
}

/** Whether the caller itself aborts the call at some point. */
const callerAborts = ({ abort, onRedirect }: ConcreteCall): boolean => abort !== undefined || onRedirect?.abortAt !== undefined;

function toOutcome(reply: Reply, call: ConcreteCall): Outcome {
  if (reply === 'hung') return { kind: 'hung' };
  if ('ended' in reply) return { kind: 'crashed', how: reply.ended };
  if ('thrown' in reply) return { kind: 'non-error', thrown: reply.thrown };
  if ('error' in reply) {
    const { error, class: given = classify(error, { callerAborts: callerAborts(call) }) } = reply;
    return { kind: 'error', class: given, error };
  }
  const { body, ...response } = reply.response;
  return { kind: 'response', ...response, body: keep(Buffer.from(body.base64, 'base64')) };
}

/** Aborts a call as soon as the event has happened that its caller waits for. */
async function abortOnEvent(id: number, abort: Abort, driver: Driver, live: LiveNetwork): Promise<void> {
  if (abort.on === 'start') return;
  const { on, reason } = abort;
  await live.when(on);
  driver.send({ abort: { id, ...(reason && { reason }) } });
}

/** Makes one call and waits until it settles, its client crashes or a deadline passes. */
async function runCall(id: number, call: ConcreteCall, driver: Driver, network: Network): Promise<Outcome> {
  const reply = driver.ask({ send: { id, request: toWire(call) } }, (message) =>
    'id' in message && message.id === id ? message : undefined,
  );
  if (call.abort && network.live) void abortOnEvent(id, call.abort, driver, network.live);
  try {
    const outcome = toOutcome(await orHung(reply, () => network.lastActivity), call);
    if (outcome.kind === 'hung') driver.send({ abort: { id } });
    return outcome;
  } finally {
    network.live?.callSettled();
  }
}

const isFatal = ({ kind }: Outcome): boolean => kind === 'hung' || kind === 'crashed';

/** Makes the calls of a scenario, at once or one after the other; none follows a call that hung or crashed. */
async function runAll({ calls, atOnce }: ConcreteScenario, driver: Driver, network: Network): Promise<readonly Outcome[]> {
  if (atOnce) return Promise.all(calls.map((call, index) => runCall(index + 1, call, driver, network)));
  const outcomes: Outcome[] = [];
  for (const [index, call] of calls.entries()) {
    const outcome = await runCall(index + 1, call, driver, network);
    outcomes.push(outcome);
    if (isFatal(outcome)) break;
  }
  return outcomes;
}

/** How long an adapter may take to open a scenario, in milliseconds. */
const OPEN_LIMIT = 10_000;

async function open({ id, needs, routes }: ConcreteScenario, ca: string, driver: Driver, { live }: Network): Promise<void> {
  const opened = driver.ask(
    { open: { scenario: id, needs, routes: live ? [] : routes, names: live?.ports ?? {}, ca } },
    (message) => ('opened' in message ? message : undefined),
  );
  const answer = await orHung(opened, () => 0, { idle: OPEN_LIMIT, call: OPEN_LIMIT });
  if (answer === 'hung') throw new HarnessFault(`the adapter did not open the scenario within ${OPEN_LIMIT / 1000} s`);
  if ('ended' in answer) throw new EndedBeforeFirstCall(`the driver ended before its first call: ${answer.ended}`);
}

/** Ends a scenario. A client that crashes or blocks its process after its last answer did so in this scenario: that is the outcome. */
async function close(id: string, driver: Driver): Promise<Outcome | undefined> {
  const closed = driver.ask({ close: { scenario: id } }, (message) => ('closed' in message ? message : undefined));
  const answer = await orHung(closed);
  if (answer === 'hung') return { kind: 'hung' };
  return 'ended' in answer ? { kind: 'crashed', how: answer.ended } : undefined;
}

/** Whether the process of the client can end by itself, now that its calls have settled. */
async function exitOf(driver: Driver): Promise<Observation['exit']> {
  const ended = driver.closeInput();
  if (!ended) return undefined;
  return (await orHung(ended)) === 'hung' ? 'stays' : 'ends';
}

/** Makes the calls of a scenario through a driver. Throws a HarnessFault if the adapter or the driver is at fault. */
export async function runCalls(scenario: ConcreteScenario, ca: string, driver: Driver, network: Network): Promise<CallsResult> {
  await open(scenario, ca, driver, network);
  const outcomes = await runAll(scenario, driver, network);
  if (outcomes.some(isFatal)) return { outcomes, driverIsSpent: true };
  const { id, facts } = scenario;
  const seen = { ...(network.live && facts.includes('left-open') && { leftOpen: network.live.openConnections }) };
  const late = await close(id, driver);
  if (late) return { ...seen, outcomes: [...outcomes.slice(0, -1), late], driverIsSpent: true };
  const exit = facts.includes('exit') ? await exitOf(driver) : undefined;
  return { ...seen, outcomes, ...(exit && { exit }), driverIsSpent: exit !== undefined };
}
