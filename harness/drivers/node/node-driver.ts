import fs from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Client, ClientRequest, ClientSession, TokenProvider } from '../../adapter/index.ts';
import type { RedirectHook } from '../../../suites/vocabulary/call.ts';
import type { Capability } from '../../../suites/vocabulary/capability.ts';
import type { HeaderFields } from '../../../suites/vocabulary/header-fields.ts';
import { isNode, thisRuntime } from '../../this-runtime.ts';
import { PROTOCOL } from '../protocol-version.ts';
import type { HarnessMessage, Ready, WireRequest } from '../protocol.ts';
import { CallersObjects } from './callers-objects.ts';
import { classByAdapter, describeError, describeThrown } from './errors.ts';
import { setNames } from './guard.ts';
import type { RequestMock } from './mocked-routes.ts';
import { AbortController, setImmediate } from './own-globals.ts';
import { scenarioScope } from './scope.ts';
import { trustOnly } from './trust.ts';

/** Sends a message to the harness. */
export type SendBack = (message: object) => void;

const decode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** A copy that belongs to the adapter. */
const toPairs = (fields: HeaderFields): [string, string][] => fields.map(([name, value]) => [name, value]);

function toBody(body: WireRequest['body']): ClientRequest['body'] {
  if (!body) return undefined;
  if ('base64' in body) return decode(body.base64);
  return Readable.toWeb(Readable.from(body.stream.map(decode))) as ReadableStream<Uint8Array>;
}

/** A Blob that reads from a file when it is sent; Node.js 18 has none. */
const fileAsBlob = async (path: string, type: string): Promise<Blob> =>
  typeof fs.openAsBlob === 'function' ? fs.openAsBlob(path, { type }) : new Blob([fs.readFileSync(path)], { type });

async function toForm(form: NonNullable<WireRequest['form']>): Promise<FormData | URLSearchParams | Blob> {
  if (form.as === 'blob') return new Blob([form.text], { type: form.type });
  if (form.as === 'urlencoded') return new URLSearchParams(toPairs(form.fields));
  const data = new FormData();
  for (const [name, value] of form.fields) data.append(name, value);
  if (form.file) {
    const { name, type, path } = form.file;
    data.append(name, await fileAsBlob(path, type), basename(path));
  }
  return data;
}

type OnRedirect = NonNullable<ClientRequest['onRedirect']>;

/** What a function of the caller can do apart from its result. */
interface HookActions {
  readonly report: (redirect: Parameters<OnRedirect>[0]) => void;
  readonly abort: () => void;
}

/** A function of the caller that does what the scenario asks, and reports each redirect it is called with. */
function toHook({ add = [], throwAt, abortAt }: RedirectHook, { report, abort }: HookActions): OnRedirect {
  let redirects = 0;
  return ({ status, url }) => {
    report({ status, url });
    redirects += 1;
    if (redirects === throwAt) throw new Error('redirect refused: the caller wants no more');
    if (redirects === abortAt) abort();
    return toPairs(add);
  };
}

/** A function of the caller that looks up what it returns by the origin of a URL. */
function toTokenProvider(tokens: NonNullable<WireRequest['tokenProvider']>): TokenProvider {
  const byOrigin = new Map(tokens);
  return (url) => byOrigin.get(new URL(url).origin);
}

const toRequest = async (
  { body, headers, tokenProvider, cookies, query, form, onRedirect, sensitiveHeaders, ...rest }: Omit<WireRequest, 'aborted'>,
  actions: HookActions,
): Promise<ClientRequest> => ({
  ...rest,
  headers: toPairs(headers),
  ...(tokenProvider && { tokenProvider: toTokenProvider(tokenProvider) }),
  ...(cookies && { cookies: toPairs(cookies) }),
  ...(query && { query: toPairs(query) }),
  body: toBody(body),
  ...(form && { form: await toForm(form) }),
  ...(onRedirect && { onRedirect: toHook(onRedirect, actions) }),
  ...(sensitiveHeaders && { sensitiveHeaders: [...sensitiveHeaders] }),
});

/** The reason of a signal: that of AbortSignal.timeout(), or the default. */
const reasonOf = ({ reason }: { readonly reason?: 'timeout' }): DOMException | undefined =>
  reason && new DOMException('The operation was aborted due to timeout', 'TimeoutError');

/** A response as it crosses the pipe. Anything else is sent as it is: the harness reports what is wrong with it. */
function toWire(response: unknown): unknown {
  if (typeof response !== 'object' || response === null || !('body' in response)) return response ?? null;
  const { body } = response;
  return { ...response, body: body instanceof Uint8Array ? { base64: Buffer.from(body).toString('base64') } : body };
}

/** The hosts of virtual addresses, `host:port`. */
const hostsIn = (names: Readonly<Record<string, number>>): readonly string[] => [
  ...new Set(Object.keys(names).map((address) => address.replace(/:\d+$/, ''))),
];

/** What the library below other runtimes cannot map: see docs/runtimes.md. */
const unmapped: readonly Capability[] = isNode ? [] : ['unix-socket'];

/** The client's side of the protocol: docs/protocol.md, as a Node.js client answers it. */
export class NodeDriver {
  readonly #client: Client;
  readonly #mock: RequestMock | undefined;
  readonly #sendBack: SendBack;
  readonly #abilities: Pick<Ready, 'timers' | 'probe'>;
  readonly #calls = new Map<number, AbortController>();
  #session: ClientSession;
  #scenario = '';
  /** Whether the harness asks about the objects of the caller, so that it is told too that none has changed. */
  #asksAboutObjects = false;
  /** Whether the process has waited for a debugger, so that it stops before its first call. */
  #stopsBeforeCall = process.execArgv.some((option) => option.startsWith('--inspect-wait'));

  /** `abilities` are added to the message `ready`: what the process of the driver can do beyond its client. */
  constructor(
    client: Client,
    mock: RequestMock | undefined,
    sendBack: SendBack,
    abilities: Pick<Ready, 'timers' | 'probe'> = {},
  ) {
    this.#client = client;
    this.#mock = mock;
    this.#sendBack = sendBack;
    this.#abilities = abilities;
    this.#session = client;
  }

  /** Whether a call has not settled yet. */
  get isAwaited(): boolean {
    return this.#calls.size > 0;
  }

  /** Does what a message asks. Rejects if the adapter or the driver is at fault. */
  async handle(message: HarnessMessage): Promise<void> {
    if ('hello' in message) this.#hello();
    else if ('open' in message) await this.#open(message.open);
    else if ('send' in message) this.#sendBack(await this.#send(message.send.id, message.send.request));
    else if ('abort' in message) this.#calls.get(message.abort.id)?.abort(reasonOf(message.abort));
    else if ('close' in message) await this.#close(message.close.scenario);
  }

  #hello(): void {
    const { name, version, methods, follows, page } = this.#client;
    const capabilities = (this.#client.capabilities ?? []).filter((each) => !unmapped.includes(each));
    const runtime = `${thisRuntime.name} ${thisRuntime.version}`;
    const ready = { protocol: PROTOCOL, name, version, runtime, capabilities, methods, follows, page, ...this.#abilities };
    this.#sendBack({ ready });
  }

  async #open({
    scenario,
    needs,
    names,
    ca,
    routes,
    mostRequests,
  }: Extract<HarnessMessage, { open: unknown }>['open']): Promise<void> {
    setNames(names);
    trustOnly(ca);
    this.#mock?.serve(routes, mostRequests, (received) => this.#sendBack({ received }));
    this.#scenario = scenario;
    this.#asksAboutObjects = needs.includes('callers-objects');
    const opened = scenarioScope.run(scenario, () => this.#client.open?.({ id: scenario, needs, ca, hosts: hostsIn(names) }));
    this.#session = (await opened) ?? this.#client;
    this.#sendBack({ opened: scenario });
  }

  async #send(id: number, { aborted, ...request }: WireRequest): Promise<object> {
    const controller = new AbortController();
    if (aborted) controller.abort();
    this.#calls.set(id, controller);
    const actions: HookActions = {
      report: (redirect) => this.#sendBack({ told: { call: id, ...redirect } }),
      abort: () => controller.abort(),
    };
    const objects = new CallersObjects();
    try {
      const { signal } = controller;
      const stops = this.#stopsBeforeCall;
      this.#stopsBeforeCall = false;
      const send = async (): Promise<unknown> => {
        const asked = await toRequest(request, actions);
        // From here, "step into" leads to the adapter.
        if (stops) debugger; // oxlint-disable-line no-debugger -- `--inspect-brk` asks for it
        return this.#session.send(asked, { signal, given: objects.given });
      };
      const response = await scenarioScope.run(this.#scenario, send);
      return { id, response: toWire(response) };
    } catch (error) {
      if (!(error instanceof Error)) return { id, thrown: describeThrown(error) };
      return { id, error: describeError(error), class: classByAdapter(this.#client, error) };
    } finally {
      const names = objects.changedNames();
      if (names.length > 0 || (this.#asksAboutObjects && objects.wereGiven)) this.#sendBack({ changed: { call: id, names } });
      this.#calls.delete(id);
    }
  }

  async #close(scenario: string): Promise<void> {
    await scenarioScope.run(scenario, () => this.#session.close?.());
    // What the client still throws in this turn of the event loop belongs to this scenario.
    setImmediate(() => this.#sendBack({ closed: scenario }));
  }
}
