import { defineClient, fromFetch } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { limitsOf, type NodeFetchLike, overNodeFetch } from './support/node-fetch-like.ts';
import { versionOf } from './support/version.ts';

const fetch = await foreignPackage<NodeFetchLike>('cross-fetch');
const version = versionOf('cross-fetch');

/** In Node.js it is node-fetch 2. */
export default defineClient({
  name: 'cross-fetch',
  version,
  capabilities: [
    'manual',
    'error-mode',
    'max-redirects',
    'stream-body',
    'header-shape',
    'header-pairs',
    'max-bytes',
    'abort',
    'callers-objects',
  ],
  send: (request, context) => fromFetch('cross-fetch', version, overNodeFetch(fetch, limitsOf(request))).send(request, context),
});
