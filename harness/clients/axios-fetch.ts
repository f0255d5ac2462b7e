import axios from 'axios';
import { type ClientRequest, defineClient, fromAxios } from '../adapter/index.ts';
import { overPlatformFetch } from './support/platform-fetch.ts';
import { versionOf } from './support/version.ts';

/** axios with its fetch adapter, which takes streams of the platform, and passes the mode of redirects on to fetch. */
const throughFetch = (body: ClientRequest['body'], redirect: ClientRequest['redirect']) => ({
  request: (config: object) =>
    axios.request({
      ...config,
      adapter: 'fetch',
      ...(body instanceof ReadableStream && { data: body }),
      ...(redirect && { fetchOptions: { redirect } }),
    }),
});

export default defineClient(
  overPlatformFetch({
    name: 'axios/fetch',
    version: versionOf('axios'),
    capabilities: [
      'manual',
      'error-mode',
      'stream-body',
      'auth',
      'query',
      'form',
      'max-bytes',
      'max-request-bytes',
      'abort',
      'callers-objects',
    ],
    send({ body, redirect, ...request }, options) {
      const bytes = body instanceof Uint8Array ? body : undefined;
      return fromAxios(throughFetch(body, redirect)).send({ ...request, body: bytes }, options);
    },
  }),
);
