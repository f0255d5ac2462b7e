import { HarnessFault } from '../fault.ts';
import { PROTOCOL } from './protocol-version.ts';
import type { DriverMessage, HarnessMessage, Outlook, Ready } from './protocol.ts';

/** A driver that has ended, with the reason, or whose process is blocked. */
export interface Ended {
  readonly ended: string;
  /** For a blocked process: when it last showed a sign of life, on the clock of `performance.now()`. */
  readonly blockedSince?: number;
  /** The scenario whose code ended it, if the driver knows. */
  readonly in?: string;
}

/** A driver that is ready for its first scenario. */
export interface Started {
  readonly driver: Driver;
  readonly ready: Ready;
}

/** How long a process does not answer that is blocked, in milliseconds. */
const BLOCKED_AFTER = 3_000;

type Listener = (message: DriverMessage) => void;

/** The harness's side of the protocol, whatever carries its messages. */
export abstract class Driver {
  readonly #listeners = new Set<Listener>();

  #reportsTimers = false;

  #answersProbes = false;

  /** The answer that is waited for, which is that to every call. */
  #probed: Promise<Outlook> | undefined;

  /** The calls of the scenario that have no answer yet. */
  readonly #unanswered = new Set<number>();

  /** How it broke the protocol, if it did. */
  #breach: string | undefined;

  /** Whether somebody debugs its process, so that no deadline counts. */
  readonly isInspected: boolean = false;

  /** HOME of the process of the driver; undefined for a driver without a process of its own. */
  readonly home?: string;

  /** Settles once the driver has ended; one that cannot end never settles it. */
  protected abstract readonly ended: Promise<Ended>;

  /** Sends a message without waiting for an answer. */
  abstract send(message: HarnessMessage): void;

  /** Ends the driver, whatever it is doing. */
  abstract kill(): void;

  /** Closes the input of the driver and waits for its end; undefined for a driver without a process of its own. */
  closeInput(): Promise<Ended> | undefined {
    return undefined;
  }

  /** Whether it answers the message `timers`. */
  get reportsTimers(): boolean {
    return this.#reportsTimers;
  }

  /** Whether it answers the message `probe`. */
  get answersProbes(): boolean {
    return this.#answersProbes;
  }

  /**
   * What can happen in the client without a byte of a server. A timer that is due within this time in milliseconds is
   * fired early, while a call is waited for, or if the process gets no further one.
   */
  async probe(within: number, isLast = false): Promise<Outlook> {
    this.#probed ??= this.ask({ probe: { within, ...(isLast && { settled: true }) } }, (message) =>
      'probed' in message ? message : undefined,
    )
      .then((reply) => ('probed' in reply ? reply.probed : 'busy'))
      .catch(() => 'busy' as const)
      .finally(() => (this.#probed = undefined));
    return this.#probed;
  }

  /** What the client and its adapter printed since this was last called; nothing for a driver without a process of its own. */
  takeOutput(): string {
    return '';
  }

  /** Whether the driver has ended, or ends within this time in milliseconds. */
  endsWithin(time: number): Promise<Ended | undefined> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), time);
    return Promise.race([this.ended, promise]).finally(() => clearTimeout(timer));
  }

  /** Whether a timer of the client is pending; undefined if the driver does not answer within this time in milliseconds. */
  hasPendingTimer(time: number): Promise<boolean | undefined> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), time);
    const answer = this.ask({ timers: 'pending' }, (message) => ('pending' in message ? message : undefined))
      .then((reply) => 'pending' in reply && reply.pending > 0)
      .catch(() => false);
    return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
  }

  /** What is known of a process that is blocked, by an endless loop for example: it does not answer what it always answers. */
  async blocked(since: number): Promise<Ended | undefined> {
    if (this.isInspected || !this.#reportsTimers || (await this.hasPendingTimer(BLOCKED_AFTER)) !== undefined) return undefined;
    return { ended: 'process blocked', blockedSince: since };
  }

  /** Waits until the adapter is loaded. Throws a HarnessFault that says why it could not be. */
  async introduce(): Promise<Ready> {
    const answer = await this.ask({ hello: { protocol: PROTOCOL } }, (message) => ('ready' in message ? message : undefined));
    if ('ended' in answer) throw new HarnessFault(`the driver ended before it was ready: ${answer.ended}`);
    this.#reportsTimers = answer.ready.timers === true;
    this.#answersProbes = answer.ready.probe === true;
    return answer.ready;
  }

  /** Passes every message to a listener until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Sends a message and waits for the one that `pick` takes for the answer, or for the end. Throws a HarnessFault if the driver reports one. */
  async ask<Reply>(message: HarnessMessage, pick: (message: DriverMessage) => Reply | undefined): Promise<Reply | Ended> {
    if (this.#breach !== undefined) throw new HarnessFault(this.#breach);
    if ('send' in message) this.#unanswered.add(message.send.id);
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    const stop = this.listen((answer) => {
      if ('fault' in answer) return reject(new HarnessFault(answer.fault));
      const picked = pick(answer);
      if (picked !== undefined) resolve(picked);
    });
    this.send(message);
    try {
      return await Promise.race([promise, this.ended]);
    } finally {
      stop();
    }
  }

  /** Subclasses call this with each message of the driver. */
  protected receive(message: DriverMessage): void {
    if ('id' in message && !this.#unanswered.delete(message.id)) {
      this.#breach = `the driver answered call ${message.id} twice, or without being asked`;
    }
    for (const listener of this.#listeners) listener(message);
  }
}
