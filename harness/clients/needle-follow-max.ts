import { needleAdapter } from './support/needle-adapter.ts';

/** needle with the option by which it follows redirects. */
export default needleAdapter('needle+follow-max', { follow_max: 10 });
