import { gotAdapter } from './support/got-adapter.ts';

/** got with its option to speak HTTP/2 with every origin that offers it. */
export default gotAdapter('got+http2', { http2: true });
