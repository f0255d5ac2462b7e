import { fromFetch } from '../client.ts';

export default fromFetch('node/fetch', process.versions.node, fetch);
