import { type ClientRequest, defineClient, fieldsOf, fromFetch } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { nodeModules, nodeOptions, requestByCallback } from './support/node-request.ts';
import { versionOf } from './support/version.ts';

interface Intercepted {
  readonly request: Request;
  readonly controller: { respondWith(response: Response): void };
}

interface Interceptor {
  on(event: 'request', listener: (intercepted: Intercepted) => Promise<void>): void;
  apply(): void;
}

type Construct = new () => Interceptor;

const { FetchInterceptor } = await foreignPackage<{ readonly FetchInterceptor: Construct }>('@mswjs/interceptors/fetch');

/** Statuses whose responses have no body. */
const withoutBody = new Set([101, 204, 205, 304]);

/** The answer of the origin itself, redirects too. */
async function answerTo(request: Request): Promise<Response> {
  const { url, method, signal } = request;
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  const asked: ClientRequest = { url, method, headers: [...request.headers], body: bytes.length > 0 ? bytes : undefined };
  const { response, body } = await requestByCallback(nodeModules, asked, nodeOptions(asked), { signal });
  const status = response.statusCode ?? 0;
  return new Response(withoutBody.has(status) ? null : (body as BodyInit), { status, headers: fieldsOf(response.headers) });
}

const interceptor = new FetchInterceptor();
interceptor.on('request', async ({ request, controller }) => controller.respondWith(await answerTo(request)));
interceptor.apply();

/** The fetch of Node.js with answers of an interceptor, which follows redirects itself. */
export default defineClient(fromFetch('mswjs-interceptors', versionOf('@mswjs/interceptors'), (url, init) => fetch(url, init)));
