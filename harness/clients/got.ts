import got from 'got';
import { CookieJar } from 'tough-cookie';
import { defineClient, fromGot } from '../client.ts';
import { versionOf } from './version.ts';

const adapter = fromGot(got, { version: versionOf('got') });

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'cookie-jar'],
  open: ({ needs }) => (needs.includes('cookie-jar') ? fromGot(got.extend({ cookieJar: new CookieJar() })) : adapter),
});
