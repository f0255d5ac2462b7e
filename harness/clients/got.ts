import got from 'got';
import { CookieJar } from 'tough-cookie';
import { defineClient, fromGot } from '../client.ts';
import { versionOf } from './version.ts';

const adapter = fromGot(got, { version: versionOf('got') });

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'cookie-jar', 'cache'],
  open: ({ needs }) =>
    fromGot(
      got.extend({
        ...(needs.includes('cookie-jar') && { cookieJar: new CookieJar() }),
        ...(needs.includes('cache') && { cache: new Map() }),
      }),
    ),
});
