import type { IncomingMessage } from 'node:http';
import { defineClient, fieldsOf, toHeadersObject, unwatched } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { versionOf } from './support/version.ts';

type Phin = (options: object) => Promise<IncomingMessage & { readonly body: Uint8Array }>;

const phin = await foreignPackage<Phin>('phin');

/** It follows redirects where it is asked to: `true` is a limit of 20. */
export default defineClient({
  name: 'phin',
  version: versionOf('phin'),
  capabilities: ['manual', 'max-redirects', 'unix-socket', 'callers-objects'],
  follows: true,
  async send({ url, method, headers, body, redirect, maxRedirects = true, unixSocket }, { given = unwatched }) {
    const response = await phin(
      given({
        url,
        method,
        headers: toHeadersObject(headers),
        ...(body instanceof Uint8Array && { data: Buffer.from(body) }),
        followRedirects: redirect === 'manual' ? false : maxRedirects,
        ...(unixSocket && { core: { socketPath: unixSocket } }),
      }),
    );
    return { status: response.statusCode ?? 0, headers: fieldsOf(response.headers), body: new Uint8Array(response.body) };
  },
});
