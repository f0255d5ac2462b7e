import { setTimeout as wait } from 'node:timers/promises';
import type { Octets, Repeated } from '../../suites/vocabulary/answer.ts';
import { type Abort, type Form, isStreamed } from '../../suites/vocabulary/call.ts';
import type { Observation, Outcome } from '../../suites/vocabulary/observation.ts';
import type { ConcreteCall, ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { contentBytes } from '../concrete/content-bytes.ts';
import type { Driver, Ended } from '../drivers/driver.ts';
import type { DriverMessage, WireRequest } from '../drivers/protocol.ts';
import { HarnessFault } from '../fault.ts';
import type { CertificateAndKey } from '../network/certificates.ts';
import { keep } from '../network/kept-bytes.ts';
import { type LiveNetwork, type Network, requestCeiling } from '../network/network.ts';
import { type Limits, orHung, type Signs } from './deadline.ts';
import { classify } from './error-class.ts';
import { type ScenarioFiles, scenarioFiles } from './scenario-files.ts';
import type { ScenarioWatcher } from './scenario-watcher.ts';

/** The result of the calls of a scenario, apart from what the servers saw. */
export interface CallsResult extends Pick<Observation, 'outcomes' | 'leftOpen' | 'exit'> {
  /** Whether the driver cannot be used for another scenario. */
  readonly driverIsSpent: boolean;
  /** How the process of the client crashed or was blocked, if so. */
  readonly crash?: Ended;
}

/** The driver ended before the first call of a scenario. */
export class EndedBeforeFirstCall extends HarnessFault {
  readonly crash: Ended;
  constructor(crash: Ended) {
    super(`the driver ended before its first call: ${crash.ended}`);
    this.crash = crash;
  }
}

type Reply = Extract<DriverMessage, { id: number }> | Ended | 'hung';

const base64 = (content: string | Repeated | Octets): string => contentBytes(content).toString('base64');

/** What a client needs for TLS. */
interface Certificates {
  /** The root certificate of the run. */
  readonly ca: string;
  /** The certificate of the caller, if a call of the scenario asks for one. */
  readonly caller?: CertificateAndKey;
}

/** What the calls of a scenario are made with. */
interface Setting {
  readonly certificates: Certificates;
  readonly driver: Driver;
  readonly network: Network;
  readonly watcher?: ScenarioWatcher | undefined;
  /** Only a deadline shows a hang. */
  readonly isTimed: boolean;
}

/** The same, with the files that the calls name. */
interface CallSetting extends Setting {
  readonly files: ScenarioFiles;
}

/** A form with the path of its file in place of the text. */
function toWireForm(form: Form, { upload = '' }: ScenarioFiles): NonNullable<WireRequest['form']> {
  if (form.as !== 'multipart') return form;
  const { file, ...rest } = form;
  return file ? { ...rest, file: { name: file.name, type: file.type, path: upload } } : rest;
}

function toWire(
  { body, abort, clientCertificate, netrc, form, ...call }: ConcreteCall,
  { certificates: { caller }, files }: CallSetting,
): WireRequest {
  const certificate = clientCertificate && caller && { clientCertificate: caller };
  const given = {
    ...(netrc !== undefined && files.netrc !== undefined && { netrc: files.netrc }),
    ...(form && { form: toWireForm(form, files) }),
  };
  const request = { ...call, ...certificate, ...given, ...(abort?.on === 'start' && { aborted: true as const }) };
  if (body === undefined) return { ...request, body: null };
  if (isStreamed(body)) return { ...request, body: { stream: body.stream.map((part) => base64(part)) } };
  return { ...request, body: { base64: base64(body) } };
}

/** Whether the caller itself aborts the call at some point. */
const callerAborts = ({ abort, onRedirect }: ConcreteCall): boolean => abort !== undefined || onRedirect?.abortAt !== undefined;

/** The outcome of a call whose client crashed or blocked its process. */
export const failed = ({ ended, blockedSince }: Ended): Outcome =>
  blockedSince === undefined ? { kind: 'crashed', how: ended } : { kind: 'hung' };

function toOutcome(reply: Reply, call: ConcreteCall): Outcome {
  if (reply === 'hung') return { kind: 'hung' };
  if ('ended' in reply) return failed(reply);
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

/** How long a driver may take to say whether a timer is pending, in milliseconds. One that is busy does not answer. */
const ANSWER_LIMIT = 250;

/** The same as `orHung`, without any deadline while somebody debugs the client. */
async function inTime<T>(promise: Promise<T>, driver: Driver, signs?: Signs, limits?: Limits): Promise<T | 'hung'> {
  return driver.isInspected ? promise : orHung(promise, signs, limits);
}

/** Asks a driver whether a timer of its client is pending; undefined for a driver that does not know. */
function waitingOf(driver: Driver): Signs['isWaiting'] {
  if (!driver.reportsTimers) return undefined;
  return async () => (await driver.hasPendingTimer(ANSWER_LIMIT)) ?? false;
}

/** By what it can be proven that a call never settles; undefined where only a deadline shows it. */
function cluesOf({ driver, network, isTimed }: Setting): Signs['clues'] {
  if (isTimed || !driver.answersProbes) return undefined;
  return {
    lastActivity: () => network.lastActivity,
    isAtRest: () => network.isAtRest,
    probe: (within) => driver.probe(within),
  };
}

/** How the process of a driver crashed that gave no answer, or since when it is blocked; undefined if it is well. */
async function crashIn(reply: object | 'hung', driver: Driver, since: number): Promise<Ended | undefined> {
  if (reply === 'hung') return driver.blocked(since);
  return 'ended' in reply ? (reply as Ended) : undefined;
}

/** Makes one call and waits until it settles, its client crashes or a deadline passes. */
async function runCall(id: number, call: ConcreteCall, setting: CallSetting): Promise<Settled> {
  const { driver, network, watcher } = setting;
  watcher?.call(id);
  const reply = driver.ask({ send: { id, request: toWire(call, setting) } }, (message) =>
    'id' in message && message.id === id ? message : undefined,
  );
  const start = performance.now();
  if (call.abort && network.live) void abortOnEvent(id, call.abort, driver, network.live);
  try {
    const signs = { lastActivity: () => network.lastActivity, isWaiting: waitingOf(driver), clues: cluesOf(setting) };
    const settled = await inTime(reply, driver, signs);
    if (settled === 'hung') driver.send({ abort: { id } });
    const crash = await crashIn(settled, driver, Math.max(start, network.lastActivity));
    const outcome = toOutcome(settled, call);
    watcher?.outcome(id, outcome);
    return { outcome, ...(crash && { crash }) };
  } finally {
    network.live?.callSettled();
  }
}

/** The outcome of a call, and how it crashed or blocked its process, if it did. */
interface Settled {
  readonly outcome: Outcome;
  readonly crash?: Ended;
}

const isFatal = ({ outcome: { kind } }: Settled): boolean => kind === 'hung' || kind === 'crashed';

/** Makes the calls of a scenario, at once or one after the other; none follows a call that hung or crashed. */
async function runAll({ calls, atOnce }: ConcreteScenario, setting: CallSetting): Promise<readonly Settled[]> {
  if (atOnce) return Promise.all(calls.map((call, index) => runCall(index + 1, call, setting)));
  const all: Settled[] = [];
  for (const [index, call] of calls.entries()) {
    setting.network.live?.callBegins(index + 1);
    const settled = await runCall(index + 1, call, setting);
    all.push(settled);
    if (isFatal(settled)) break;
  }
  return all;
}

/** How long an adapter may take to open a scenario, in milliseconds: its first one may start a browser, beside others that start. */
const OPEN_LIMIT = 30_000;

async function open(
  { id, needs, routes, calls }: ConcreteScenario,
  { certificates: { ca }, driver, network: { live } }: Setting,
): Promise<void> {
  const opened = driver.ask(
    {
      open: {
        scenario: id,
        needs,
        routes: live ? [] : routes,
        mostRequests: requestCeiling(calls.length),
        names: live?.ports ?? {},
        ca,
      },
    },
    (message) => ('opened' in message ? message : undefined),
  );
  const start = performance.now();
  const answer = await inTime(opened, driver, {}, { idle: OPEN_LIMIT, waiting: OPEN_LIMIT, call: OPEN_LIMIT });
  const crash = await crashIn(answer, driver, start);
  if (crash) throw new EndedBeforeFirstCall(crash);
  if (answer === 'hung') throw new HarnessFault(`the adapter did not open the scenario within ${OPEN_LIMIT / 1000} s`);
}

/** Ends a scenario. A client that crashes or blocks its process after its last answer did so in this scenario: that is the outcome. */
async function close(id: string, driver: Driver): Promise<Settled | undefined> {
  const closed = driver.ask({ close: { scenario: id } }, (message) => ('closed' in message ? message : undefined));
  const start = performance.now();
  const answer = await inTime(closed, driver);
  const crash = await crashIn(answer, driver, start);
  if (crash) return { outcome: failed(crash), crash };
  return answer === 'hung' ? { outcome: { kind: 'hung' } } : undefined;
}

const crashAmong = (all: readonly Settled[]): Pick<CallsResult, 'crash'> => {
  const crash = all.find((each) => each.crash)?.crash;
  return crash ? { crash } : {};
};

/** For how long nothing has happened when connections are counted, and how long that is waited for at most, in milliseconds. */
const REST = 50;
const LONGEST_REST = 2_000;

/** The connections that the client has left open. That it has closed one may arrive after its call has settled. */
async function leftOpenIn(network: Network): Promise<Pick<CallsResult, 'leftOpen'>> {
  if (!network.live) return {};
  const start = performance.now();
  do await wait(REST);
  while (performance.now() - network.lastActivity < REST && performance.now() - start < LONGEST_REST);
  return { leftOpen: network.live.openConnections };
}

/** Whether the process of the client can end by itself, now that its calls have settled. */
async function exitOf(driver: Driver): Promise<Observation['exit']> {
  const ended = driver.closeInput();
  if (!ended) return undefined;
  return (await orHung(ended)) === 'hung' ? 'stays' : 'ends';
}

/** Makes the calls of a scenario through a driver. Throws a HarnessFault if the adapter or the driver is at fault. */
export async function runCalls(scenario: ConcreteScenario, setting: Setting): Promise<CallsResult> {
  const { driver, network } = setting;
  using files = scenarioFiles(scenario, driver.home);
  await open(scenario, setting);
  const all = await runAll(scenario, { ...setting, files });
  const outcomes = all.map(({ outcome }) => outcome);
  if (all.some(isFatal)) return { outcomes, ...crashAmong(all), driverIsSpent: true };
  const { id, facts } = scenario;
  const seen = facts.includes('left-open') ? await leftOpenIn(network) : {};
  const late = await close(id, driver);
  if (late) return { ...seen, outcomes: [...outcomes.slice(0, -1), late.outcome], ...crashAmong([late]), driverIsSpent: true };
  const exit = facts.includes('exit') ? await exitOf(driver) : undefined;
  return { ...seen, outcomes, ...(exit && { exit }), driverIsSpent: exit !== undefined };
}
