import { type Dispatcher, FormData as UndiciFormData, MockAgent, Response as UndiciResponse, setGlobalDispatcher } from 'undici';
import { contentBytes } from '../../concrete/content-bytes.ts';
import { MockedRoutes, type RequestMock } from './mocked-routes.ts';

type Asked = Pick<Dispatcher.DispatchOptions, 'origin' | 'path' | 'method' | 'headers' | 'body' | 'query'>;

interface Reply {
  readonly statusCode: number;
  readonly data: Buffer;
  readonly responseOptions: { readonly headers: Record<string, string[]> };
}

/** `fetch` has its fields as one flat list, `request` as the caller gave them. */
function fieldsOf(headers: unknown): [name: string, value: string][] {
  if (headers instanceof Map || headers instanceof Headers) return [...(headers as Iterable<[string, string]>)];
  if (!Array.isArray(headers)) {
    const given = Object.entries((headers ?? {}) as Readonly<Record<string, string | readonly string[]>>);
    return given.flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]));
  }
  const list = headers as readonly unknown[];
  if (Array.isArray(list[0])) return list as [string, string][];
  return list.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[String(name), String(list[index + 1])]] : []));
}

const boundaryIn = (type: string | null | undefined): string => /boundary="?([^";]+)/.exec(type ?? '')?.[1] ?? '';

/** The bytes of a form, with the boundary that its Content-Type has. */
async function formBytes(form: FormData | UndiciFormData, boundary: string): Promise<Buffer> {
  const response = form instanceof FormData ? new Response(form) : new UndiciResponse(form);
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return Buffer.from(text.replaceAll(boundaryIn(response.headers.get('Content-Type')), boundary), 'latin1');
}

/** The bytes of a body that is no stream. */
function bytesAtOnce(body: unknown): Buffer | undefined {
  if (body === null || body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body as Uint8Array);
  return body instanceof URLSearchParams ? Buffer.from(String(body)) : undefined;
}

/** To a mock, `fetch` passes the body as the caller gave it. */
async function bytesOf(body: unknown, fields: readonly (readonly [string, string])[]): Promise<Buffer> {
  if (body instanceof Blob) return Buffer.from(await body.arrayBuffer());
  if (body instanceof FormData || body instanceof UndiciFormData) {
    const [, type] = fields.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
    return formBytes(body, boundaryIn(type));
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Starts MockAgent of the npm package undici, for every origin, as the dispatcher of this package and of Node.js. */
export function startMockAgent(): RequestMock {
  const routes = new MockedRoutes();
  const answered = ({ origin, path, method, query }: Asked, headers: [string, string][], body: Buffer): Reply => {
    const asked = !query ? path : `${path}?${new URLSearchParams(query as Record<string, string>)}`;
    const answer = routes.answerTo({ url: `${String(origin)}${asked}`, method, headers, body });
    if (!answer) throw new Error('the scenario has ended');
    const { status, body: content, headers: given = [] } = answer;
    const byName = Map.groupBy(given, ([name]) => name);
    return {
      statusCode: status,
      data: contentBytes(content),
      responseOptions: { headers: Object.fromEntries([...byName].map(([name, all]) => [name, all.map(([, value]) => value)])) },
    };
  };
  // At once where that is possible: what a handler throws after a later answer is nobody's exception.
  const reply = (asked: Asked): Reply | Promise<Reply> => {
    const fields = fieldsOf(asked.headers);
    const bytes = bytesAtOnce(asked.body);
    return bytes ? answered(asked, fields, bytes) : bytesOf(asked.body, fields).then((body) => answered(asked, fields, body));
  };
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent
    .get(() => true)
    .intercept({ path: () => true, method: () => true })
    .reply(reply as unknown as () => Reply)
    .persist();
  setGlobalDispatcher(agent);
  return routes;
}
