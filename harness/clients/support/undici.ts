import * as undici from 'undici';
import type { FetchLike } from '../../adapter/index.ts';
import type { Capability } from '../../../suites/vocabulary/capability.ts';
import { versionOf } from './version.ts';

/** What is there in every version from 5 on. */
export const { Agent, getGlobalDispatcher, MockAgent, request } = undici;

/** undici sends only a FormData of its own as a form; that of Node.js it would turn into the text `[object FormData]`. */
function ofUndici(body: unknown): unknown {
  if (!(body instanceof FormData)) return body;
  const form = new undici.FormData();
  for (const [name, value] of body) form.append(name, value);
  return form;
}

/** Its fetch, through a dispatcher or the global one. */
export const fetchThrough = (dispatcher?: undici.Dispatcher): FetchLike => {
  const through = dispatcher && { dispatcher };
  return (url, { body, ...init }) =>
    (undici.fetch as unknown as FetchLike)(url, { ...init, ...(body && { body: ofUndici(body) as BodyInit }), ...through });
};

type Namespace = typeof undici;

/** What some version lacks. */
interface Later extends Partial<Pick<Namespace, 'EventSource' | 'WebSocket' | 'EnvHttpProxyAgent' | 'Socks5ProxyAgent'>> {
  readonly interceptors?: Partial<Namespace['interceptors']>;
}

export const later: Later = undici;

export const undiciVersion = versionOf('undici');

/** Whether interceptors can be composed with a dispatcher. */
const canCompose = 'compose' in undici.Dispatcher.prototype;

/** Whether it speaks HTTP/2 without being asked. */
const speaksHttp2 = Number.parseInt(undiciVersion, 10) >= 8;

/** What both APIs of this version can do, by what it exports. */
export const networkCapabilities: readonly Capability[] = [
  'agent',
  ...(later.interceptors?.cache ? (['cache'] as const) : []),
  ...(speaksHttp2 ? (['http2'] as const) : []),
  ...(later.EnvHttpProxyAgent ? (['proxy'] as const) : []),
  ...(later.Socks5ProxyAgent ? (['socks-proxy'] as const) : []),
  'unix-socket',
  'client-certificate',
  ...(canCompose ? (['token-provider'] as const) : []),
];

/** A part of undici that the adapter has declared only because it is there. */
export function present<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error(`undici ${undiciVersion} has no such part`);
  return part;
}
