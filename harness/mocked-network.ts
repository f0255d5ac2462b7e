import type { RecordedRequest } from '../suites/vocabulary/observation.ts';
import type { Place } from '../suites/vocabulary/origin.ts';
import { keep } from './bytes.ts';
import { urlOf, type ConcreteScenario } from './concrete.ts';
import type { Driver } from './drivers/driver.ts';
import type { ReceivedRequest } from './drivers/protocol.ts';
import type { Network } from './network.ts';

/** The record of a scenario whose requests the driver itself answers, through MSW. Nothing listens. */
export class MockedNetwork implements Network {
  readonly ports = {};
  readonly answersItself = true;
  readonly requests: RecordedRequest[] = [];
  readonly leftOpen = undefined;
  lastActivity = performance.now();
  /** Hosts outside the scenario that requests went to; MSW answers for every address. */
  readonly strays: string[] = [];
  readonly #stop: () => void;

  constructor(scenarioId: string, scenario: ConcreteScenario, driver: Driver) {
    const originAt = (url: string): RecordedRequest['origin'] | undefined =>
      scenario.origins.find((name) => new URL(url).origin === urlOf(name, scenarioId));
    this.#stop = driver.listen((message) => {
      if (!('received' in message)) return;
      this.lastActivity = performance.now();
      const { url } = message.received;
      const origin = originAt(url);
      if (origin) this.requests.push(toRecord(message.received, origin));
      else this.strays.push(new URL(url).host);
    });
  }

  /** Scenarios that wait for an event are n/a under MSW. */
  when(): Promise<void> {
    return new Promise(() => {});
  }

  callSettled(): void {
    // MSW holds no answer back.
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop();
  }
}

function toRecord(
  { url, method, headers, body, answeredBy }: ReceivedRequest,
  origin: RecordedRequest['origin'],
): RecordedRequest {
  const { pathname, search } = new URL(url);
  return {
    origin,
    connection: null,
    httpVersion: null,
    head: null,
    method,
    target: pathname + search,
    headers,
    body: keep(Buffer.from(body.base64, 'base64')),
    complete: true,
    ...(answeredBy && { answeredBy: { place: answeredBy.place as Place, case: answeredBy.case } }),
  };
}
