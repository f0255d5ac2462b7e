import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { urlOf } from '../concrete/names.ts';
import type { Driver } from '../drivers/driver.ts';
import type { ReceivedRequest } from '../drivers/protocol.ts';
import { keep } from '../network/kept-bytes.ts';
import type { ExchangeWatcher } from '../network/exchange-watcher.ts';
import type { Network } from '../network/network.ts';

/** The record of a scenario whose requests the driver itself answers, through MSW. Nothing listens. */
export class MockedNetwork implements Network {
  readonly requests: RecordedRequest[] = [];
  /** MSW answers for every address. */
  readonly unexpectedHosts: string[] = [];
  /** The driver itself answers. */
  readonly isAtRest = true;
  lastActivity = performance.now();
  readonly #stop: () => void;

  constructor({ id, origins, routes }: ConcreteScenario, driver: Driver, watcher?: ExchangeWatcher) {
    const originAt = (url: string): RecordedRequest['origin'] | undefined =>
      origins.find((name) => new URL(url).origin === urlOf(name, id));
    this.#stop = driver.listen((message) => {
      if (!('received' in message)) return;
      this.lastActivity = performance.now();
      const { url } = message.received;
      const origin = originAt(url);
      // With its scheme: another scheme at the same host and port is another origin.
      if (!origin) return void this.unexpectedHosts.push(new URL(url).origin);
      const request = toRecord(message.received, origin);
      const number = this.requests.push(request);
      const { place, case: index = 0 } = request.answeredBy ?? {};
      const answer = routes.find((route) => route.place === place)?.cases[index]?.answer;
      watcher?.head(number, request);
      watcher?.end(number, request);
      watcher?.answer(number, answer ?? { status: 404 });
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
