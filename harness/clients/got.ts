import got, { type ExtendOptions } from 'got';
import { CookieJar } from 'tough-cookie';
import { defineClient, fromGot, type Send } from '../client.ts';
import { proxyAgents } from './proxy-agents.ts';
import { versionOf } from './version.ts';

const adapter = fromGot(got, { version: versionOf('got') });

/** got has no proxies of its own: they are a matter of its agents. */
const sendBy =
  (options: ExtendOptions): Send =>
  ({ proxy, ...request }, callOptions) => {
    const instance = got.extend({ ...options, ...(proxy && { agent: proxyAgents(proxy) }) });
    return fromGot(instance).send(request, callOptions);
  };

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'cookie-jar', 'proxy'],
  send: sendBy({}),
  open: ({ needs }) => ({ send: sendBy(needs.includes('cookie-jar') ? { cookieJar: new CookieJar() } : {}) }),
});
