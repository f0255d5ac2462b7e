import wretch from 'wretch';
import QueryStringAddon from 'wretch/addons/queryString';
import { wrapperOfFetch } from './support/platform-fetch.ts';
import { versionOf } from './support/version.ts';

const client = wretch().addon(QueryStringAddon);

/** `toFetch` returns every status as a response. */
export default wrapperOfFetch('wretch', versionOf('wretch'), (query) => (url, init) => {
  const sender = query ? client.url(url).query(Object.fromEntries(query)) : client.url(url);
  return sender.toFetch()('', init as RequestInit);
});
