import { undiciRequestAdapter } from './support/undici-request-adapter.ts';

/** The interceptor that resolves names, above the one that follows redirects, which then sees addresses. */
export default undiciRequestAdapter('undici/request+dns-above-redirects', { resolvesNames: 'above' });
