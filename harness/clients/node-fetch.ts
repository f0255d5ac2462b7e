import fetch from 'node-fetch';
import { defineClient, fromFetch, type FetchLike } from '../client.ts';
import { versionOf } from './version.ts';

const standard = fromFetch('node-fetch', versionOf('node-fetch'), fetch as unknown as FetchLike);

export default defineClient({
  ...standard,
  capabilities: ['manual', 'error-mode', 'max-redirects'],
  send(request, options) {
    if (request.maxRedirects === undefined) return standard.send(request, options);
    const { maxRedirects: follow } = request;
    const limited = (url: string, init: object): Promise<unknown> => fetch(url, { ...init, follow });
    return fromFetch('node-fetch', '', limited as FetchLike).send(request, options);
  },
});
