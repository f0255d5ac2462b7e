import { undiciRequestAdapter } from './support/undici-request-adapter.ts';

/** `request` of undici with the option by which a redirect beyond the limit is an error. */
export default undiciRequestAdapter('undici/request+throw-on-max-redirect', { throwOnMaxRedirect: true });
