import { undiciRequestAdapter } from './support/undici-request-adapter.ts';

/** The interceptor that resolves names, below the one that follows redirects. */
export default undiciRequestAdapter('undici/request+dns', { resolvesNames: 'below' });
