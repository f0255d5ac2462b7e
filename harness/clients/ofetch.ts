import { ofetch } from 'ofetch';
import { wrapperOfFetch } from './support/platform-fetch.ts';
import { versionOf } from './support/version.ts';

/** Every status is returned as a response: how ofetch reports it is not about redirects. It reads the body itself. */
export default wrapperOfFetch('ofetch', versionOf('ofetch'), (query) => async (url, init) => {
  const response = await ofetch.raw(url, {
    ...(init as object),
    ...(query && { query: Object.fromEntries(query) }),
    responseType: 'arrayBuffer',
    ignoreResponseError: true,
  });
  const { status, redirected, headers, _data = new ArrayBuffer() } = response;
  return { status, redirected, headers, url: response.url, arrayBuffer: () => Promise.resolve(_data) };
});
