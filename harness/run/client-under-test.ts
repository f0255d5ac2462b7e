import type { Driver, Started } from '../drivers/driver.ts';
import { type Command, startProcess } from '../drivers/process-driver.ts';
import type { Ready } from '../drivers/protocol.ts';
import { HarnessFault } from '../fault.ts';

/** A client over all its scenarios: its driver is started when needed, and again after the client has crashed. */
export class ClientUnderTest {
  readonly #start: () => Promise<Started>;
  #driver: Driver | undefined;
  #ready: Ready | undefined;

  /** Takes the command of its driver, or a function that starts one. */
  constructor(start: Command | (() => Promise<Started>)) {
    this.#start = typeof start === 'function' ? start : () => startProcess(start);
  }

  /** A driver that is ready for the next scenario. Throws a HarnessFault if none can be started. */
  async driver(): Promise<Driver> {
    if (!this.#driver) ({ driver: this.#driver, ready: this.#ready } = await this.#start());
    return this.#driver;
  }

  /** What the adapter says about itself. */
  async ready(): Promise<Ready> {
    await this.driver();
    if (!this.#ready) throw new HarnessFault('the driver never reported that it is ready');
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
