import { defineClient, fromFetch } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { limitsOf, type NodeFetchLike, overNodeFetch } from './support/node-fetch-like.ts';
import { versionOf } from './support/version.ts';

const fetch = await foreignPackage<NodeFetchLike>('minipass-fetch');
const version = versionOf('minipass-fetch');

/** Its `size` is not a limit but the expected size of the body, so `max-bytes` is not declared. */
export default defineClient({
  name: 'minipass-fetch',
  version,
  capabilities: ['manual', 'error-mode', 'max-redirects', 'header-shape', 'header-pairs', 'abort', 'callers-objects'],
  send: (request, context) =>
    fromFetch('minipass-fetch', version, overNodeFetch(fetch, limitsOf(request))).send(request, context),
});
