import { HarnessFault } from '../fault.ts';
import { PROTOCOL } from './protocol-version.ts';
import type { DriverMessage, HarnessMessage, Ready } from './protocol.ts';

/** A driver that has ended, with the reason. */
export interface Ended {
  readonly ended: string;
  /** The scenario whose code ended it, if the driver knows. */
  readonly in?: string;
}

/** A driver that is ready for its first scenario. */
export interface Started {
  readonly driver: Driver;
  readonly ready: Ready;
}

type Listener = (message: DriverMessage) => void;

/** The harness's side of the protocol, whatever carries its messages. */
export abstract class Driver {
  readonly #listeners = new Set<Listener>();

  #reportsTimers = false;

  /** Whether somebody debugs its process, so that no deadline counts. */
  readonly isInspected: boolean = false;

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

  /** Waits until the adapter is loaded. Throws a HarnessFault that says why it could not be. */
  async introduce(): Promise<Ready> {
    const answer = await this.ask({ hello: { protocol: PROTOCOL } }, (message) => ('ready' in message ? message : undefined));
    if ('ended' in answer) throw new HarnessFault(`the driver ended before it was ready: ${answer.ended}`);
    this.#reportsTimers = answer.ready.timers === true;
    return answer.ready;
  }

  /** Passes every message to a listener until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Sends a message and waits for the one that `pick` takes for the answer, or for the end. Throws a HarnessFault if the driver reports one. */
  async ask<Reply>(message: HarnessMessage, pick: (message: DriverMessage) => Reply | undefined): Promise<Reply | Ended> {
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
    for (const listener of this.#listeners) listener(message);
  }
}
