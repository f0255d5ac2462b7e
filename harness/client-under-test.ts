import { Driver, HarnessFault, type Command } from './drivers/driver.ts';
import type { Ready } from './drivers/protocol.ts';

/** A client over all its scenarios: its driver is started when needed, and again after the client has died. */
export class ClientUnderTest {
  readonly #command: Command;
  #driver: Driver | undefined;
  #ready: Ready | undefined;

  constructor(command: Command) {
    this.#command = command;
  }

  /** A driver that is ready for the next scenario. Throws a HarnessFault if there is none to be had. */
  async driver(): Promise<Driver> {
    if (!this.#driver) ({ driver: this.#driver, ready: this.#ready } = await Driver.start(this.#command));
    return this.#driver;
  }

  /** What the adapter says of itself. */
  async ready(): Promise<Ready> {
    await this.driver();
    if (!this.#ready) throw new HarnessFault('the driver never said that it is ready');
    return this.#ready;
  }

  /** Ends the driver; the next scenario gets a new one. */
  discard(): void {
    this.#driver?.kill();
    this.#driver = undefined;
  }

  [Symbol.dispose](): void {
    this.discard();
  }
}
