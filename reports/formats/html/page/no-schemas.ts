/** Anything that is asked of it, and called, is itself again. */
const inert: object = new Proxy(() => undefined, { get: () => inert, apply: () => inert });

/**
 * In the program of the page in place of zod, whose schemas stand in the modules with the names of origins and facts:
 * the page validates nothing, and the library would be the largest part of its program.
 */
export const z = inert;
