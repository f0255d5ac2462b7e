import { CookieJar } from 'tough-cookie';
import { valuesOf } from '../servers/connection.ts';
import { defineClient, type Client } from '../client.ts';
import { exchange } from './exchange.ts';
import { follow, type Send } from './follow.ts';
import type { Policy } from './policy.ts';

/** Adds the cookies that the jar has for a URL, and keeps those that come back. */
const withCookies =
  (jar: CookieJar, send: Send): Send =>
  async (request) => {
    const cookie = await jar.getCookieString(request.url.href);
    const headers = cookie === '' ? request.headers : [...request.headers, ['Cookie', cookie] as const];
    const answer = await send({ ...request, headers });
    for (const value of valuesOf(answer.headers, 'set-cookie'))
      await jar.setCookie(value, request.url.href, { ignoreError: true });
    return answer;
  };

/**
 * The proof that a rule book can be kept: a small client that does nothing but what its policy says. `tamper`
 * changes how single requests are sent, for the clients that are wrong on purpose.
 */
export function referenceClient(name: string, policy: Policy, tamper: (send: Send) => Send = (send) => send): Client {
  const sender = (signal: AbortSignal): Send => tamper((request) => exchange(request, signal));
  return defineClient({
    name,
    version: '1',
    capabilities: ['manual', 'error-mode', 'max-redirects', 'cookie-jar', 'stream-body', 'auth', 'proxy'],
    send: (request, { signal }) => follow(request, policy, sender(signal)),
    open() {
      const jar = new CookieJar();
      return { send: (request, { signal }) => follow(request, policy, withCookies(jar, sender(signal))) };
    },
  });
}
