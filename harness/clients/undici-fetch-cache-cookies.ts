import { cookie, type CookieOptions } from 'http-cookie-agent/undici';
import { CookieJar } from 'tough-cookie';
import { type ClientSession, defineClient, fromFetch } from '../adapter/index.ts';
import { dispatcherFor } from './support/undici-dispatcher.ts';
import { fetchThrough, undiciVersion } from './support/undici.ts';

const NAME = 'undici/fetch+cache+cookies';

/** The cache of undici, and above it the interceptor of http-cookie-agent, since undici has none for cookies. Each redirect passes through both. */
function session(): ClientSession {
  const { dispatcher, close } = dispatcherFor(['cache']);
  // The package knows the class by its declaration for CommonJS.
  const jar = new CookieJar() as unknown as CookieOptions['jar'];
  const withJar = dispatcher.compose(cookie({ jar }));
  return { ...fromFetch(NAME, undiciVersion, fetchThrough(withJar)), close };
}

const adapter = fromFetch(NAME, undiciVersion, fetchThrough());

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'cache', 'cookie-jar', 'http2'],
  send: () => Promise.reject(new Error('open makes the cache and the jar')),
  open: session,
});
