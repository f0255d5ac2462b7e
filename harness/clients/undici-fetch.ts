import { fetch } from 'undici';
import { fromFetch, type FetchLike } from '../client.ts';
import { versionOf } from './version.ts';

export default fromFetch('undici/fetch', versionOf('undici'), fetch as unknown as FetchLike);
