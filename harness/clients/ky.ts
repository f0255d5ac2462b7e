import ky from 'ky';
import { wrapperOfFetch } from './support/platform-fetch.ts';
import { versionOf } from './support/version.ts';

/** ky repeats what failed as often as it does by default, but at once: how long it waits is not about redirects. */
const retry = { delay: () => 0 };

/** Every status is returned as a response: how ky reports it is not about redirects. */
export default wrapperOfFetch(
  'ky',
  versionOf('ky'),
  (query) => (url, init) => ky(url, { ...init, ...(query && { searchParams: query }), throwHttpErrors: false, retry }),
);
