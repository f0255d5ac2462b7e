import { needleAdapter } from './support/needle-adapter.ts';

/** needle with its defaults, by which it follows no redirect. */
export default needleAdapter('needle');
