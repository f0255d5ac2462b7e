import got from 'got';
import { CookieJar } from 'tough-cookie';
import { defineClient, fromGot, type ClientSession } from '../client.ts';
import { oneConnection } from './one-connection.ts';
import { versionOf } from './version.ts';

const adapter = fromGot(got, { version: versionOf('got') });

function withOneConnection(): ClientSession {
  const { http, https, close } = oneConnection();
  return { ...fromGot(got.extend({ agent: { http, https } })), close };
}

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'cookie-jar', 'agent'],
  open({ needs }) {
    if (needs.includes('cookie-jar')) return fromGot(got.extend({ cookieJar: new CookieJar() }));
    return needs.includes('agent') ? withOneConnection() : adapter;
  },
});
