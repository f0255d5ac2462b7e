/** What the driver itself uses: a client may put other timers and classes in their place, in the modules of Node.js too. */
export const { AbortController, clearTimeout, setImmediate, setTimeout } = globalThis;
