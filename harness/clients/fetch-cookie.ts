import { type ClientSession, defineClient, fromFetch } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { type NodeFetchLike, overNodeFetch } from './support/node-fetch-like.ts';
import { versionOf } from './support/version.ts';

/** Makes a fetch with a cookie jar of its own. */
type Decorate = (fetch: NodeFetchLike) => NodeFetchLike;

const nodeFetch = await foreignPackage<NodeFetchLike>('node-fetch');
const version = versionOf('fetch-cookie');

/** Before version 2 only a module of its own followed redirects, so that the jar sees them. */
const decorate = await foreignPackage<Decorate>(version.startsWith('1.') ? 'fetch-cookie/node-fetch.js' : 'fetch-cookie');

const session = (): ClientSession => {
  const fetch = decorate(nodeFetch);
  return {
    send: (request, context) => {
      const { maxRedirects } = request;
      const options = { ...(maxRedirects !== undefined && { maxRedirect: maxRedirects }) };
      return fromFetch('fetch-cookie', version, overNodeFetch(fetch, options)).send(request, context);
    },
  };
};

/** It wraps node-fetch, and follows redirects itself. */
export default defineClient({
  name: 'fetch-cookie',
  version,
  capabilities: [
    'manual',
    'error-mode',
    'max-redirects',
    'header-shape',
    'header-pairs',
    'abort',
    'cookie-jar',
    'callers-objects',
  ],
  ...session(),
  open: session,
});
