import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type BidiEvent, type BidiResponse, BidiSession } from './bidi.ts';
import type { Browser, Context, EndedRequest, LaunchedBrowser, LaunchOptions, PlaceOfPage, Tab, Watch, WatchedKind } from './browser.ts';
import { caused } from './failures.ts';
import { installedFirefox } from './find-browser.ts';
import { environment, makeProfile } from './firefox-profile.ts';
import { fieldsOfPage, HTML_OF_PAGE, PATH_OF_PAGE } from './page-of-the-caller.ts';
import { doesNotStart } from './program.ts';

type Params = BidiEvent['params'];

const isOf: Readonly<Record<WatchedKind, (params: Params) => boolean>> = {
  document: ({ navigation }) => navigation !== null,
  report: ({ request }) => request?.destination === 'report',
  // `fetch()` is its own initiator, a beacon has none.
  beacon: ({ request, navigation }) => navigation === null && request?.destination === '' && request.initiatorType === null,
};

const locationOf = ({ headers }: BidiResponse): string | undefined =>
  headers.find(({ name }) => name.toLowerCase() === 'location')?.value.value;

/** Whether another request may follow, or an error. */
const leadsOn = (response: BidiResponse): boolean =>
  response.status >= 300 && response.status < 400 && locationOf(response) !== undefined;

/** What Firefox has no name for. */
const FOR_ANOTHER_PROGRAM = 'a URL for another program';
const DOWNLOAD = 'a download';

/** Why a page may not have an answer; also if the preflight has failed, which has a reason of its own. */
const FORBIDDEN = 'NS_ERROR_DOM_BAD_URI';

/** Runs in the page: asks for something that comes from the driver. */
async function askForPage(url: string): Promise<void> {
  await fetch(url);
}

/** A tab, by its events. */
class FirefoxTab implements Tab {
  readonly #session: BidiSession;
  readonly #id: string;
  #policy: string | undefined;

  constructor(session: BidiSession, id: string) {
    this.#session = session;
    this.#id = id;
    session.listen(id, ({ method, params: { isBlocked, request } }) => {
      if (!isBlocked) return;
      if (method === 'network.beforeRequestSent') this.#serveDocument(request!.request);
      if (method === 'network.authRequired') this.#giveNoPassword(request!.request);
    });
  }

  async goTo({ origin, policy }: PlaceOfPage): Promise<void> {
    this.#policy = policy;
    await this.#command('browsingContext.navigate', { url: origin + PATH_OF_PAGE, wait: 'interactive' });
  }

  async run<Given, Result>(work: (given: Given) => Result, given: Given): Promise<Awaited<Result>> {
    const { result, exceptionDetails } = await this.#session.send<{
      result?: { value?: string };
      exceptionDetails?: { text: string };
    }>('script.callFunction', {
      functionDeclaration: `async (given) => JSON.stringify(await (${work})(JSON.parse(given)))`,
      arguments: [{ type: 'string', value: JSON.stringify(given ?? null) }],
      target: { context: this.#id },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result?.value === undefined ? (undefined as Awaited<Result>) : (JSON.parse(result.value) as Awaited<Result>);
  }

  watchFailures(): ReturnType<Tab['watchFailures']> {
    let last: string | undefined;
    const stop = this.#session.listen(this.#id, ({ params: { errorText } }) => {
      if (errorText !== undefined && (last === undefined || errorText !== FORBIDDEN)) last = errorText;
    });
    return { last: () => last, stop };
  }

  watch(kind: WatchedKind): Promise<Watch> {
    const ended = Promise.withResolvers<EndedRequest>();
    const url = Promise.withResolvers<string>();
    let id: string | undefined;
    let requests = 0;
    let response: BidiResponse | undefined;
    const end = (): void => ended.resolve({ ...(response && { response }) });
    // A redirect that cannot be followed is no answer.
    const fail = (failure: string): void =>
      ended.resolve({ ...(response && !leadsOn(response) && { response }), failure });
    const endUnlessFollowed = async (): Promise<void> => {
      const before = requests;
      await this.#settle();
      if (requests === before) end();
    };
    const on: Readonly<Record<string, (params: Params) => void>> = {
      'network.beforeRequestSent': () => void (requests += 1),
      'network.responseStarted': (params) => void ({ response } = params),
      'network.responseCompleted': (params) => {
        ({ response } = params);
        if (kind === 'document') {
          // Firefox asks a person with which program to open it, and tells nothing.
          if (locationOf(params.response!)?.startsWith('mailto:')) fail(FOR_ANOTHER_PROGRAM);
        } else if (leadsOn(params.response!)) endUnlessFollowed().catch(() => {});
        else end();
      },
      'network.fetchError': ({ errorText }) => fail(errorText!),
    };
    const onDocument: Readonly<Record<string, (url: string) => void>> = {
      'browsingContext.domContentLoaded': (at) => {
        const [, failure] = /^about:neterror\?e=(\w+)/.exec(at) ?? [];
        if (failure === undefined) end();
        else fail(failure);
        url.resolve(at);
      },
      'browsingContext.downloadWillBegin': () => fail(DOWNLOAD),
    };
    const stop = this.#session.listen(this.#id, ({ method, params }) => {
      if (method === 'network.beforeRequestSent' && isOf[kind](params)) id ??= params.request?.request;
      if (id !== undefined && params.request?.request === id) on[method]?.(params);
      if (id !== undefined && kind === 'document') onDocument[method]?.(params.url!);
    });
    return Promise.resolve({ ended: ended.promise, documentUrl: () => url.promise, stop });
  }

  close(): Promise<void> {
    return this.#command('browsingContext.close', {});
  }

  #command(method: string, params: object): Promise<void> {
    return this.#session.send(method, { context: this.#id, ...params });
  }

  /**
   * Waits until what the page has started by now has become known. Firefox does not always tell of a redirect that it
   * refuses: but the page and the network have dealt with it before they have dealt with two more requests.
   */
  async #settle(): Promise<void> {
    await this.run(askForPage, PATH_OF_PAGE);
    await this.run(askForPage, PATH_OF_PAGE);
  }

  #serveDocument(request: string): void {
    const headers = fieldsOfPage(this.#policy).map(({ name, value }) => ({ name, value: { type: 'string', value } }));
    const body = { type: 'string', value: HTML_OF_PAGE };
    this.#answer('network.provideResponse', { request, statusCode: 200, reasonPhrase: 'OK', headers, body });
  }

  /** Firefox asks a person for a password, who has none. */
  #giveNoPassword(request: string): void {
    this.#answer('network.continueWithAuth', { request, action: 'cancel' });
  }

  /** Answers what waits for the driver, if its tab is still there. */
  #answer(method: string, params: object): void {
    this.#session.send(method, params).catch(() => {});
  }
}

/** A container of Firefox. */
async function openContext(session: BidiSession, relay: number): Promise<Context> {
  const proxy = { proxyType: 'manual', socksProxy: `127.0.0.1:${relay}`, socksVersion: 5 };
  const { userContext } = await session.send<{ userContext: string }>('browser.createUserContext', { proxy });
  return {
    newTab: async () => {
      const { context } = await session.send<{ context: string }>('browsingContext.create', { type: 'tab', userContext });
      return new FirefoxTab(session, context);
    },
    close: () => session.send('browser.removeUserContext', { userContext }),
  };
}

const MOST_OUTPUT = 4_000;

/** Waits until Firefox says on which port it listens. Throws an error that says why it ended before. */
function portOf(process: ChildProcessByStdio<null, null, Readable>, ended: Promise<string>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let output = '';
  process.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-MOST_OUTPUT);
    const port = /WebDriver BiDi listening on ws:\/\/\S+:(\d+)/.exec(output)?.[1];
    if (port !== undefined) resolve(Number(port));
  });
  void ended.then((why) => reject(new Error(output.trim().split('\n').at(-1) || why)));
  return promise;
}

function endOf(process: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  process.once('error', ({ message }) => resolve(message));
  process.once('close', (code, signal) => resolve(signal ? `killed by ${signal}` : `exited with code ${code}`));
  return promise;
}

const events = [
  'network.beforeRequestSent',
  'network.responseStarted',
  'network.responseCompleted',
  'network.fetchError',
  'network.authRequired',
  'browsingContext.domContentLoaded',
  'browsingContext.downloadWillBegin',
];

async function launch({ program, ca, relay, nowhere }: LaunchOptions): Promise<LaunchedBrowser> {
  const profile = makeProfile(ca, nowhere);
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const firefox = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment } });
  process.once('exit', () => firefox.kill('SIGKILL'));
  const ended = endOf(firefox);
  const port = await portOf(firefox, ended).catch((error: Error) => {
    throw doesNotStart(installedFirefox, program, error.message, error);
  });
  const session = await BidiSession.open(port, events);
  // The page of the caller comes from the driver. Firefox sends all other requests as without this.
  const pattern = { type: 'pattern', pathname: PATH_OF_PAGE };
  await session.send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns: [pattern] });
  await session.send('network.addIntercept', { phases: ['authRequired'] });
  return { newContext: () => openContext(session, relay), ended };
}

/** Firefox, driven by WebDriver BiDi, which it serves itself. */
export const firefox: Browser = {
  installed: installedFirefox,
  launch,
  refused: /^NS_ERROR_(CONNECTION_REFUSED|UNKNOWN_HOST|UNKNOWN_PROXY_HOST|PROXY_\w+)$/,
  leftAlone: new RegExp(`^(NS_BINDING_ABORTED|NS_ERROR_NET_ERROR_RESPONSE|${DOWNLOAD})$`),
  ofFetch: [],
  errors: {
    'blocked-address': caused(/EBLOCKED/),
    'too-many-redirects': caused(/NS_ERROR_REDIRECT_LOOP/),
    'unsupported-scheme': caused(new RegExp(`NS_ERROR_UNKNOWN_PROTOCOL|${FOR_ANOTHER_PROGRAM}`)),
    'invalid-location': caused(/NS_ERROR_MALFORMED_URI/),
    tls: caused(/SEC_ERROR|SSL_ERROR|MOZILLA_PKIX|NS_ERROR_NET_INADEQUATE_SECURITY/),
    connection: caused(/NS_ERROR_(CONNECTION|NET_|UNKNOWN_HOST|PROXY)/),
  },
};
