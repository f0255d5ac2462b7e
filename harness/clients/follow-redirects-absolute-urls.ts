import { followRedirectsAdapter } from './support/follow-redirects-adapter.ts';

/** Requests to a proxy name the URL in full in the option `path`, which needs no agent. */
export default followRedirectsAdapter('follow-redirects+absolute-urls', 'by absolute URLs');
