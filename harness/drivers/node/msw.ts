import { http, HttpResponse } from 'msw/http';
import { setupServer } from 'msw/node';
import { inFull, type Answer } from '../../../suites/vocabulary/scenario.ts';
import type { ConcreteRoute } from '../../concrete.ts';
import { REQUEST_CEILING } from '../../network.ts';
import { Router } from '../../servers/router.ts';
import type { ReceivedRequest } from '../protocol.ts';

/** The network as MSW pretends it to be. */
export interface MockedNetwork {
  /** Answers from these routes from now on; `received` is told of each request. */
  serve(routes: readonly ConcreteRoute[], received: (request: ReceivedRequest) => void): void;
}

function toResponse(answer: Answer | undefined): HttpResponse<Buffer<ArrayBuffer>> {
  if (!answer) return new HttpResponse(null, { status: 404 });
  if ('raw' in answer) throw new Error('MSW cannot answer in raw bytes');
  const { status, body, reason, headers = [] } = answer;
  // As bytes: to text, HttpResponse would add a Content-Type of its own.
  const hasBody = status !== 204 && status !== 304 && body !== undefined;
  return new HttpResponse(hasBody ? Buffer.from(inFull(body)) : null, {
    status,
    headers: headers as [string, string][],
    ...(reason && { statusText: reason }),
  });
}

/** Starts MSW with its defaults, in front of every request of this process. */
export async function mockNetwork(): Promise<MockedNetwork> {
  let router = new Router([]);
  let tell: (request: ReceivedRequest) => void = () => {};
  let requests = 0;
  const server = setupServer(
    http.all('*', async ({ request }) => {
      requests += 1;
      const url = request.url.split('#', 1).join();
      const { method } = request;
      const headers = [...request.headers];
      const body = Buffer.from(await request.clone().arrayBuffer());
      const routed = router.answerTo(url, { method, headers });
      tell({
        url,
        method,
        headers,
        body: { base64: body.toString('base64') },
        ...(routed && { answeredBy: { place: routed.place, case: routed.case } }),
      });
      return requests > REQUEST_CEILING ? HttpResponse.error() : toResponse(routed?.answer);
    }),
  );
  server.listen();
  return {
    serve(routes, received) {
      router = new Router(routes);
      tell = received;
      requests = 0;
    },
  };
}
