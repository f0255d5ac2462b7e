import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import type { Driver, Started } from '../drivers/driver.ts';
import { type Command, type StartOptions, startProcess } from '../drivers/process-driver.ts';
import type { Ready } from '../drivers/protocol.ts';
import { HarnessFault } from '../fault.ts';

/** A scenario that a driver has run, and when it ended, on the clock of `performance.now()`. */
export interface RanScenario {
  readonly scenario: ConcreteScenario;
  readonly endedAt: number;
}

/** A client over all its scenarios: its driver is started when needed, and again after the client has crashed. */
export class ClientUnderTest {
  readonly #start: () => Promise<Started>;
  #starting: Promise<Started> | undefined;
  #driver: Driver | undefined;
  #ready: Ready | undefined;
  #ran: RanScenario[] = [];

  /** Takes the command of its driver and how it is started, or a function that starts one. */
  constructor(start: Command | (() => Promise<Started>), options: StartOptions = {}) {
    this.#start = typeof start === 'function' ? start : () => startProcess(start, options);
  }

  /** The scenarios that the running driver has run, oldest first. */
  get ran(): readonly RanScenario[] {
    return this.#ran;
  }

  /** The same client in a process of its own. */
  fresh(): ClientUnderTest {
    return new ClientUnderTest(this.#start);
  }

  /** A driver that is ready for the next scenario. Throws a HarnessFault if none can be started. */
  async driver(): Promise<Driver> {
    if (this.#driver) return this.#driver;
    this.#starting ??= this.#start().finally(() => (this.#starting = undefined));
    ({ driver: this.#driver, ready: this.#ready } = await this.#starting);
    return this.#driver;
  }

  /** What the adapter says about itself. */
  async ready(): Promise<Ready> {
    await this.driver();
    if (!this.#ready) throw new HarnessFault('the driver never reported that it is ready');
    return this.#ready;
  }

  /** The page of a browser that it is, once it has been started. */
  get page(): Ready['page'] {
    return this.#ready?.page;
  }

  /** To be called when a scenario has ended whose driver can be used for another one. */
  hasRun(scenario: ConcreteScenario): void {
    this.#ran.push({ scenario, endedAt: performance.now() });
  }

  /** Ends the driver; the next scenario gets a new one. */
  discard(): void {
    this.#driver?.kill();
    this.#driver = undefined;
    this.#ran = [];
  }

  [Symbol.dispose](): void {
    this.discard();
  }
}
