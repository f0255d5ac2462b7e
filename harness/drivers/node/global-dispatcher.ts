/** Where undici keeps the dispatcher that it uses by default, by the interface of the dispatcher: 1 up to undici 7, 2 from then on. */
const dispatcherOf = {
  1: Symbol.for('undici.globalDispatcher.1'),
  2: Symbol.for('undici.globalDispatcher.2'),
} as const;

const shared = globalThis as { [name: symbol]: unknown };

/**
 * Keeps the global dispatcher of a client that brings an older undici. The undici of Node.js is loaded when something
 * first uses Headers, FormData or fetch, and replaces that dispatcher by its own, which knows other options. So it is
 * loaded now, and the dispatcher put back: whatever the driver and the scenarios use, the client finds its own.
 */
export function keepGlobalDispatcher(): void {
  const own = shared[dispatcherOf[1]];
  if (own === undefined || shared[dispatcherOf[2]] !== undefined) return;
  void globalThis.Headers;
  shared[dispatcherOf[1]] = own;
}
