import type { Client } from '../adapter/index.ts';
import { Driver, type Ended, type Started } from './driver.ts';
import { installGuard } from './node/guard.ts';
import { NodeDriver } from './node/node-driver.ts';
import type { DriverMessage, HarnessMessage } from './protocol.ts';

/** A driver in this very process: quick to start, but a client that hangs or crashes takes the harness with it. */
class InProcessDriver extends Driver {
  protected readonly ended = new Promise<Ended>(() => {});
  readonly #node: NodeDriver;

  constructor(client: Client) {
    super();
    const sendBack = (message: object): void => this.receive(message as DriverMessage);
    installGuard((address) => sendBack({ blocked: address }));
    this.#node = new NodeDriver(client, undefined, sendBack);
  }

  send(message: HarnessMessage): void {
    this.#node.handle(message).catch((error: unknown) => this.receive({ fault: String(error) }));
  }

  kill(): void {
    // There is no process to end.
  }
}

/** Drives a client that is known not to hang or crash, without a process of its own. */
export async function startInProcess(client: Client): Promise<Started> {
  const driver = new InProcessDriver(client);
  return { driver, ready: await driver.introduce() };
}
