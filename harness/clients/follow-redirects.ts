import { followRedirectsAdapter } from './support/follow-redirects-adapter.ts';

export default followRedirectsAdapter('follow-redirects');
