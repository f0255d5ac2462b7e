import { http, type HttpHandler, HttpResponse } from 'msw/http';
import { defaultNetworkOptions, setupServer } from 'msw/node';
import type { ConcreteRoute } from '../../concrete/concrete-scenario.ts';
import type { Answer } from '../../../suites/vocabulary/answer.ts';
import { contentBytes } from '../../concrete/content-bytes.ts';
import { Router } from '../../network/router.ts';
import type { ReceivedRequest } from '../protocol.ts';

/** MSW in front of every request of this process. */
export interface RequestMock {
  /** Answers so many requests from these routes from now on; `received` is called with each request. */
  serve(routes: readonly ConcreteRoute[], mostRequests: number, received: (request: ReceivedRequest) => void): void;
}

function toResponse(answer: Answer | undefined): HttpResponse<Buffer<ArrayBuffer>> {
  if (!answer) return new HttpResponse(null, { status: 404 });
  if ('raw' in answer) throw new Error('MSW cannot answer in raw bytes');
  const { status, body, reason, headers = [] } = answer;
  // As bytes: HttpResponse adds a Content-Type of its own to text.
  const hasBody = status !== 204 && status !== 304 && body !== undefined;
  return new HttpResponse(hasBody ? contentBytes(body) : null, {
    status,
    headers: headers as [string, string][],
    ...(reason && { statusText: reason }),
  });
}

/** How MSW is set up: with the defaults of `setupServer`, or so that it intercepts HTTP at the sockets, whoever writes to them. */
export type MockSetup = 'msw' | 'msw+http';

const starts: Readonly<Record<MockSetup, (handler: HttpHandler) => Promise<void>>> = {
  msw: async (handler) => setupServer(handler).listen(),
  'msw+http': async (handler) => {
    const { defineNetwork, InterceptorSource } = await import('msw/experimental');
    const { HttpRequestInterceptor } = await import('@mswjs/interceptors/http');
    const sources = [new InterceptorSource({ interceptors: [new HttpRequestInterceptor()] })];
    defineNetwork({ ...defaultNetworkOptions, sources, handlers: [handler] }).enable();
  },
};

/** Starts MSW. */
export async function startMock(setup: MockSetup): Promise<RequestMock> {
  let router = new Router([]);
  let report: (request: ReceivedRequest) => void = () => {};
  let requests = 0;
  let ceiling = 0;
  await starts[setup](
    http.all('*', async ({ request }) => {
      requests += 1;
      const url = request.url.split('#', 1).join();
      const { method } = request;
      const headers = [...request.headers];
      const body = Buffer.from(await request.clone().arrayBuffer());
      const routed = router.answerTo(url, { method, headers });
      report({
        url,
        method,
        headers,
        body: { base64: body.toString('base64') },
        ...(routed && { answeredBy: { place: routed.place, case: routed.case } }),
      });
      return requests > ceiling ? HttpResponse.error() : toResponse(routed?.answer);
    }),
  );
  return {
    serve(routes, mostRequests, received) {
      router = new Router(routes);
      report = received;
      requests = 0;
      ceiling = mostRequests;
    },
  };
}
