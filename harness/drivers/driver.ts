import { PROTOCOL, type DriverMessage, type HarnessMessage, type Ready } from './protocol.ts';

/** The adapter or its driver is at fault, not the client: no verdict can be given. */
export class HarnessFault extends Error {
  override readonly name = 'HarnessFault';
}

/** A driver that is no more, with the reason. */
export interface Ended {
  readonly ended: string;
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

  /** Settles once the driver is no more; a driver that cannot end never settles it. */
  protected abstract readonly ended: Promise<Ended>;

  /** Says something without waiting for an answer. */
  abstract tell(message: HarnessMessage): void;

  /** Says that there is nothing more to do, and waits for the end; undefined where that says nothing of the client. */
  abstract leave(): Promise<Ended> | undefined;

  /** Ends the driver, whatever it is doing. */
  abstract kill(): void;

  /** Waits until the adapter is loaded. Throws a HarnessFault that says why it could not be. */
  async introduce(): Promise<Ready> {
    const answer = await this.ask({ hello: { protocol: PROTOCOL } }, (message) => ('ready' in message ? message : undefined));
    if ('ended' in answer) throw new HarnessFault(`the driver ended before it was ready: ${answer.ended}`);
    return answer.ready;
  }

  /** Hands every message to a listener until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Says something and waits for the message that `pick` takes for the answer, or for the end. Throws a HarnessFault if the driver reports one. */
  async ask<Answer>(message: HarnessMessage, pick: (message: DriverMessage) => Answer | undefined): Promise<Answer | Ended> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const stop = this.listen((answer) => {
      if ('fault' in answer) return reject(new HarnessFault(answer.fault));
      const picked = pick(answer);
      if (picked !== undefined) resolve(picked);
    });
    this.tell(message);
    try {
      return await Promise.race([promise, this.ended]);
    } finally {
      stop();
    }
  }

  /** To be called with each message of the driver. */
  protected receive(message: DriverMessage): void {
    for (const listener of this.#listeners) listener(message);
  }
}
