import type { PlaceOfPage, Tab } from './browser.ts';
import type { SharedContext } from './running-browser.ts';

/** The pages of a scenario, one for each origin. The first one has the tab of the scenario before. */
export class Pages {
  readonly #context: SharedContext;
  readonly #pages = new Map<string, Promise<Tab>>();
  readonly #extra: Tab[] = [];

  constructor(context: SharedContext) {
    this.#context = context;
  }

  /** An empty page at a place. */
  at(place: PlaceOfPage): Promise<Tab> {
    const key = JSON.stringify(place);
    const page = this.#pages.get(key) ?? this.#open(place, this.#pages.size === 0);
    this.#pages.set(key, page);
    return page;
  }

  /** To be called when a page has gone elsewhere. Where there is no document, its tab is not used again: some failures have no way back. */
  leave(page: Tab, hasDocument: boolean): void {
    this.#pages.clear();
    if (!hasDocument) this.#context.closeTab(page).catch(() => {});
  }

  /** Closes all pages but the first. */
  async close(): Promise<void> {
    await Promise.all(this.#extra.map((page) => this.#context.closeTab(page)));
  }

  async #open(place: PlaceOfPage, isFirst: boolean): Promise<Tab> {
    const kept = isFirst ? this.#context.firstTab : undefined;
    const tab = kept ?? (await this.#context.openTab());
    if (!isFirst) this.#extra.push(tab);
    await tab.goTo(place);
    return tab;
  }
}
