import type { BidiSession } from './bidi.ts';
import type { PlaceOfPage, Tab, Watch, WatchedKind } from './browser.ts';
import { FirefoxWatch } from './firefox-watch.ts';
import { fieldsOfPage, HTML_OF_PAGE, PATH_OF_PAGE } from './page-of-the-caller.ts';

/** Why a page may not have an answer; also if the preflight has failed, which has a reason of its own. */
const FORBIDDEN = 'NS_ERROR_DOM_BAD_URI';

/** Runs in the page: asks for something that comes from the driver. */
async function askForPage(url: string): Promise<void> {
  await fetch(url);
}

/** A tab, by its events. */
export class FirefoxTab implements Tab {
  readonly #session: BidiSession;
  readonly #id: string;
  readonly #stopServing: () => void;
  #policy: string | undefined;

  constructor(session: BidiSession, id: string) {
    this.#session = session;
    this.#id = id;
    this.#stopServing = session.listen(id, ({ method, params: { isBlocked, request } }) => {
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
      functionDeclaration: `async (given) => JSON.stringify(await (${work.toString()})(JSON.parse(given)))`,
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
    const tab = { session: this.#session, id: this.#id, settle: () => this.#settle() };
    return Promise.resolve(new FirefoxWatch(tab, kind));
  }

  close(): Promise<void> {
    this.#stopServing();
    return this.#command('browsingContext.close', {});
  }

  #command(method: string, params: object): Promise<void> {
    return this.#session.send(method, { context: this.#id, ...params });
  }

  /**
   * Waits until what the page has started by now has become known: the page and the network have dealt with it before they
   * have dealt with two more requests.
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
