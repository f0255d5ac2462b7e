import type { BidiEvent, BidiResponse, BidiSession } from './bidi.ts';
import type { EndedRequest, Watch, WatchedKind } from './browser.ts';

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
export const FOR_ANOTHER_PROGRAM = 'a URL for another program';
export const DOWNLOAD = 'a download';

/** A tab, and how to wait until what its page has started by now has become known. */
export interface WatchedTab {
  readonly session: BidiSession;
  readonly id: string;
  settle(): Promise<void>;
}

/** The next request of a kind in a tab. Its redirects have its id. */
export class FirefoxWatch implements Watch {
  readonly stop: () => void;
  readonly #tab: WatchedTab;
  readonly #kind: WatchedKind;
  readonly #ended = Promise.withResolvers<EndedRequest>();
  readonly #documentUrl = Promise.withResolvers<string>();
  #id: string | undefined;
  #requests = 0;
  #response: BidiResponse | undefined;

  constructor(tab: WatchedTab, kind: WatchedKind) {
    this.#tab = tab;
    this.#kind = kind;
    this.stop = tab.session.listen(tab.id, (event) => this.#see(event));
  }

  get ended(): Promise<EndedRequest> {
    return this.#ended.promise;
  }

  documentUrl(): Promise<string> {
    return this.#documentUrl.promise;
  }

  #see({ method, params }: BidiEvent): void {
    if (method === 'network.beforeRequestSent' && isOf[this.#kind](params)) this.#id ??= params.request?.request;
    if (this.#id === undefined) return;
    if (params.request?.request === this.#id) this.#seeRequest(method, params);
    if (this.#kind === 'document') this.#seeDocument(method, params);
  }

  #seeRequest(method: string, { response, errorText }: Params): void {
    if (response) this.#response = response;
    if (method === 'network.beforeRequestSent') this.#requests += 1;
    if (method === 'network.fetchError') this.#fail(errorText!);
    if (method !== 'network.responseCompleted') return;
    if (this.#kind === 'document') this.#seeAnswerToNavigation(response!);
    else if (leadsOn(response!)) this.#endUnlessFollowed().catch(() => {});
    else this.#end();
  }

  /** What becomes of the document is told. But Firefox asks a person with which program to open such a URL, and tells nothing. */
  #seeAnswerToNavigation(response: BidiResponse): void {
    if (locationOf(response)?.startsWith('mailto:')) this.#fail(FOR_ANOTHER_PROGRAM);
  }

  #seeDocument(method: string, { url }: Params): void {
    if (method === 'browsingContext.downloadWillBegin') this.#fail(DOWNLOAD);
    if (method !== 'browsingContext.domContentLoaded') return;
    const [, failure] = /^about:neterror\?e=(\w+)/.exec(url!) ?? [];
    if (failure === undefined) this.#end();
    else this.#fail(failure);
    this.#documentUrl.resolve(url!);
  }

  /** Firefox does not always tell that it refuses a redirect. */
  async #endUnlessFollowed(): Promise<void> {
    const before = this.#requests;
    await this.#tab.settle();
    if (this.#requests === before) this.#end();
  }

  #end(): void {
    this.#ended.resolve({ ...(this.#response && { response: this.#response }) });
  }

  /** A redirect that cannot be followed is no answer. */
  #fail(failure: string): void {
    const answer = this.#response && !leadsOn(this.#response) ? this.#response : undefined;
    this.#ended.resolve({ ...(answer && { response: answer }), failure });
  }
}
