import { http, type HttpHandler, HttpResponse } from 'msw/http';
import { defaultNetworkOptions, setupServer } from 'msw/node';
import { contentBytes } from '../../concrete/content-bytes.ts';
import { MockedRoutes, type RequestMock } from './mocked-routes.ts';

type MockedAnswer = ReturnType<MockedRoutes['answerTo']>;

function toResponse(answer: MockedAnswer): Response {
  if (!answer) return HttpResponse.error();
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
export type MswSetup = 'msw' | 'msw+http';

const starts: Readonly<Record<MswSetup, (handler: HttpHandler) => Promise<void>>> = {
  msw: async (handler) => setupServer(handler).listen(),
  'msw+http': async (handler) => {
    const { defineNetwork, InterceptorSource } = await import('msw/experimental');
    const { HttpRequestInterceptor } = await import('@mswjs/interceptors/http');
    const sources = [new InterceptorSource({ interceptors: [new HttpRequestInterceptor()] })];
    defineNetwork({ ...defaultNetworkOptions, sources, handlers: [handler] }).enable();
  },
};

/** Starts MSW. */
export async function startMsw(setup: MswSetup): Promise<RequestMock> {
  const routes = new MockedRoutes();
  await starts[setup](
    http.all('*', async ({ request }) => {
      const { url, method } = request;
      const body = Buffer.from(await request.clone().arrayBuffer());
      return toResponse(routes.answerTo({ url, method, headers: [...request.headers], body }));
    }),
  );
  return routes;
}
