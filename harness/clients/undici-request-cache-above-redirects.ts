import { undiciRequestAdapter } from './support/undici-request-adapter.ts';

/** The cache above what follows redirects, so that it stores the end of a chain under the URL of its beginning. */
export default undiciRequestAdapter('undici/request+cache-above-redirects', { cachesChains: true });
