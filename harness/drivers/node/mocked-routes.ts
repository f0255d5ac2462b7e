import type { ConcreteRoute } from '../../concrete/concrete-scenario.ts';
import type { Answer } from '../../../suites/vocabulary/answer.ts';
import { Router } from '../../network/router.ts';
import type { ReceivedRequest } from '../protocol.ts';

/** A mock in front of every request of this process. */
export interface RequestMock {
  /** Answers so many requests from these routes from now on; `received` is called with each request. */
  serve(routes: readonly ConcreteRoute[], mostRequests: number, received: (request: ReceivedRequest) => void): void;
}

/** A request as a mock shows it. */
interface MockedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly [name: string, value: string][];
  readonly body: Uint8Array;
}

/** What a mock answers with. */
type MockedAnswer = Extract<Answer, { readonly status: number }>;

/** What every mock does with a request, however it comes by it. */
export class MockedRoutes implements RequestMock {
  #router = new Router([]);
  #report: (request: ReceivedRequest) => void = () => {};
  #requests = 0;
  #ceiling = 0;

  serve(routes: readonly ConcreteRoute[], mostRequests: number, received: (request: ReceivedRequest) => void): void {
    this.#router = new Router(routes);
    this.#report = received;
    this.#requests = 0;
    this.#ceiling = mostRequests;
  }

  /** Reports a request, and returns what to answer: undefined for an error of the network, because there were too many. */
  answerTo({ url: asked, method, headers, body }: MockedRequest): MockedAnswer | undefined {
    this.#requests += 1;
    const url = asked.split('#', 1).join();
    const routed = this.#router.answerTo(url, { method, headers });
    this.#report({
      url,
      method,
      headers,
      body: { base64: Buffer.from(body).toString('base64') },
      ...(routed && { answeredBy: { place: routed.place, case: routed.case } }),
    });
    if (this.#requests > this.#ceiling) return undefined;
    if (!routed) return { status: 404 };
    if ('raw' in routed.answer) throw new Error('a mock cannot answer in raw bytes');
    return routed.answer;
  }
}
