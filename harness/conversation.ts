import type { Observation, Outcome } from '../suites/vocabulary/observation.ts';
import { inFull, isStreamed, type Abort } from '../suites/vocabulary/scenario.ts';
import { keep } from './bytes.ts';
import type { ConcreteCall, ConcreteScenario } from './concrete.ts';
import { orHung } from './deadline.ts';
import { HarnessFault, type Driver, type Ended } from './drivers/driver.ts';
import type { DriverMessage, WireRequest } from './drivers/protocol.ts';
import { classify } from './errors.ts';
import type { Network } from './network.ts';

/** A scenario that is played, and the root certificate of its servers. */
export interface Plan {
  readonly id: string;
  readonly scenario: ConcreteScenario;
  readonly ca: string;
}

/** What came of playing a scenario, apart from what the servers saw. */
export interface Conversation extends Pick<Observation, 'outcomes' | 'leftOpen' | 'exit'> {
  /** Whether the driver is of no further use. */
  readonly isLast: boolean;
}

/** The driver ended before the first call of a scenario: of something that an earlier scenario left behind. */
export class GoneBefore extends HarnessFault {}

type Reply = Extract<DriverMessage, { id: number }> | Ended | 'hung';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function toWire({ body, abort, ...call }: ConcreteCall): WireRequest {
  const request = { ...call, ...(abort?.on === 'start' && { aborted: true as const }) };
  if (body === undefined) return { ...request, body: null };
  if (isStreamed(body)) return { ...request, body: { stream: body.stream.map(base64) } };
  return { ...request, body: { base64: base64(inFull(body)) } };
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
async function giveUp(id: number, abort: Abort, driver: Driver, network: Network): Promise<void> {
  if (abort.on === 'start') return;
  const { on, reason } = abort;
  await network.when(on);
  driver.tell({ abort: { id, ...(reason && { reason }) } });
}

/** Makes one call and waits until it settles, its client dies or the harness loses patience. */
async function perform(id: number, call: ConcreteCall, driver: Driver, network: Network): Promise<Outcome> {
  const reply = driver.ask({ send: { id, request: toWire(call) } }, (message) =>
    'id' in message && message.id === id ? message : undefined,
  );
  if (call.abort) void giveUp(id, call.abort, driver, network);
  try {
    const outcome = toOutcome(await orHung(reply, () => network.lastActivity));
    if (outcome.kind === 'hung') driver.tell({ abort: { id } });
    return outcome;
  } finally {
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

async function open({ id, scenario: { needs, routes }, ca }: Plan, driver: Driver, network: Network): Promise<void> {
  const given = network.answersItself ? routes : [];
  const opened = driver.ask({ open: { scenario: id, needs, routes: given, names: network.ports, ca } }, (message) =>
    'opened' in message ? message : undefined,
  );
  const answer = await orHung(opened, () => 0, { idle: OPEN_LIMIT, call: OPEN_LIMIT });
  if (answer === 'hung') throw new HarnessFault(`the adapter did not open the scenario within ${OPEN_LIMIT / 1000} s`);
  if ('ended' in answer) throw new GoneBefore(`the driver ended before its first call: ${answer.ended}`);
}

/** Ends a scenario. A client that dies or blocks its process after its last answer did so in this scenario all the same. */
async function close({ id }: Plan, driver: Driver): Promise<Outcome | undefined> {
  const closed = driver.ask({ close: { scenario: id } }, (message) => ('closed' in message ? message : undefined));
  const answer = await orHung(closed);
  return answer === 'hung' || 'ended' in answer ? toOutcome(answer) : undefined;
}

/** Whether the process of the client can end by itself, now that its calls have settled. */
async function exitOf(driver: Driver): Promise<Observation['exit']> {
  const left = driver.leave();
  if (!left) return undefined;
  return (await orHung(left)) === 'hung' ? 'stays' : 'ends';
}

/** Plays a scenario with a driver. Throws a HarnessFault where the adapter or the driver is at fault. */
export async function converse(plan: Plan, driver: Driver, network: Network): Promise<Conversation> {
  await open(plan, driver, network);
  const outcomes = await performAll(plan.scenario, driver, network);
  if (outcomes.some(isFatal)) return { outcomes, isLast: true };
  const { facts } = plan.scenario;
  const { leftOpen } = network;
  const seen = { ...(leftOpen && facts.includes('left-open') && { leftOpen }) };
  const late = await close(plan, driver);
  if (late) return { ...seen, outcomes: [...outcomes.slice(0, -1), late], isLast: true };
  const exit = facts.includes('exit') ? await exitOf(driver) : undefined;
  return { ...seen, outcomes, ...(exit && { exit }), isLast: exit !== undefined };
}
