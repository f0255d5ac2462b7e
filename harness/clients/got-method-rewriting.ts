import { gotAdapter } from './support/got-adapter.ts';

/** got with its option to turn POST into GET at 301 and 302, as browsers do. */
export default gotAdapter('got+method-rewriting', { methodRewriting: true });
