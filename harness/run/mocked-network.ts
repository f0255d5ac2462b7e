import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { urlOf } from '../concrete/names.ts';
import type { Driver } from '../drivers/driver.ts';
import type { ReceivedRequest } from '../drivers/protocol.ts';
import { keep } from '../network/kept-bytes.ts';
import type { Network } from '../network/network.ts';

/** The record of a scenario whose requests the driver itself answers, through MSW. Nothing listens. */
export class MockedNetwork implements Network {
  readonly requests: RecordedRequest[] = [];
  /** MSW answers for every address. */
  readonly unexpectedHosts: string[] = [];
  lastActivity = performance.now();
  readonly #stop: () => void;

  constructor({ id, origins }: ConcreteScenario, driver: Driver) {
    const originAt = (url: string): RecordedRequest['origin'] | undefined =>
      origins.find((name) => new URL(url).origin === urlOf(name, id));
    this.#stop = driver.listen((message) => {
      if (!('received' in message)) return;
      this.lastActivity = performance.now();
      const { url } = message.received;
      const origin = originAt(url);
      if (origin) this.requests.push(toRecord(message.received, origin));
      // With its scheme: another scheme at the same host and port is another origin.
      else this.unexpectedHosts.push(new URL(url).origin);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop();
  }
}

function toRecord(
  { url, method, headers, body, answeredBy }: ReceivedRequest,
  origin: RecordedRequest['origin'],
): RecordedRequest {
  return {
    origin,
    connection: null,
    httpVersion: null,
    head: null,
    method,
    // Not the `search` of a URL, which is empty for an empty query too.
    target: url.slice(new URL(url).origin.length),
    headers,
    body: keep(Buffer.from(body.base64, 'base64')),
    complete: true,
    ...(answeredBy && { answeredBy: { place: answeredBy.place as Place, case: answeredBy.case } }),
  };
}
