import { authorityOf, hostOf, serverOf, urlOf } from '../concrete/names.ts';
import type { Answer } from '../../suites/vocabulary/answer.ts';
import type { RecordedRequest, Via } from '../../suites/vocabulary/observation.ts';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { isProxy, type OriginName, originNamed, type ProxyName } from '../../suites/vocabulary/origin.ts';
import type { RequestHead } from './connection.ts';

/** What a request is aimed at: which origin answers it, and how it came there. */
export interface Aim extends Pick<RecordedRequest, 'origin' | 'target' | 'via' | 'tunnelTo'> {
  /** The URL under which the answer is looked up. */
  readonly url: string;
  /** The answer where no route matches; a tunnel is opened instead. */
  readonly otherwise: Answer;
}

/** The answer to a CONNECT; RFC 9110 section 9.3.6 forbids any framing. The tunnel follows. */
export const TUNNEL_OPENED = 'HTTP/1.1 200 Connection established\r\n\r\n';
export const tunnelOpened: Answer = { raw: TUNNEL_OPENED };

const notFound: Answer = { status: 404 };
const badGateway: Answer = { status: 502, headers: [['Connection', 'close']] };

/** Finds what the requests that come to the servers of a scenario are aimed at. */
export function aiming(scenarioId: string, names: readonly OriginName[]): (head: RequestHead, at: OriginName, via?: Via) => Aim {
  const here = ({ target }: RequestHead, origin: OriginName): Aim => ({
    origin,
    target,
    url: urlOf(origin, scenarioId) + target,
    otherwise: notFound,
  });

  /** Two hosts may share a server, and those that differ in a final dot always do. Host says which one is meant. */
  const byHost = ({ headers }: RequestHead, at: OriginName): OriginName => {
    const [host = ''] = valuesOf(headers, 'host').join().toLowerCase().split(':');
    const isMeant = (name: OriginName): boolean => hostOf(name, scenarioId) === host;
    const isTwin = (name: OriginName): boolean =>
      serverOf(name, scenarioId) === serverOf(at, scenarioId) && originNamed(name).scheme === originNamed(at).scheme;
    return names.find((name) => isTwin(name) && isMeant(name)) ?? at;
  };

  /** RFC 9112 section 3.2.3. Two origins that share a port share the tunnel to it, whichever is named. */
  const tunnel = (head: RequestHead, proxy: ProxyName): Aim => {
    const tunnelTo = names.find((name) => authorityOf(name, scenarioId) === head.target.toLowerCase());
    const aim = { ...here(head, proxy), otherwise: badGateway };
    return tunnelTo ? { ...aim, url: `${urlOf(proxy, scenarioId)}>${tunnelTo}`, tunnelTo } : aim;
  };

  /** RFC 9112 section 3.2.2. */
  const forwarded = (head: RequestHead, proxy: ProxyName): Aim => {
    const [, base = '', target = ''] = /^(https?:\/\/[^/?#]*)(.*)$/i.exec(head.target) ?? [];
    const origin = URL.canParse(base) && names.find((name) => urlOf(name, scenarioId) === new URL(base).origin);
    if (!origin) return { ...here(head, proxy), otherwise: badGateway };
    return { ...here({ ...head, target: target.replace(/^(?!\/)/, '/') }, origin), via: { proxy, tunnel: false } };
  };

  return (head, at, via) => {
    if (!isProxy(at)) return { ...here(head, byHost(head, at)), ...(via && { via }) };
    if (head.method === 'CONNECT') return tunnel(head, at);
    return head.target.startsWith('/') ? here(head, at) : forwarded(head, at);
  };
}
