import { isProxy, origins, type OriginName, type ProxyName } from '../../suites/vocabulary/origin.ts';
import type { RecordedRequest, Via } from '../../suites/vocabulary/observation.ts';
import type { Answer } from '../../suites/vocabulary/scenario.ts';
import { hostOf, urlOf } from '../concrete.ts';
import type { RequestHead } from './connection.ts';

/** What a request is aimed at: who answers it, and how it came there. */
export interface Aim extends Pick<RecordedRequest, 'origin' | 'target' | 'via' | 'tunnelTo'> {
  /** Under which the answer is looked up. */
  readonly url: string;
  /** What is answered where no route says anything else; a tunnel is opened instead. */
  readonly otherwise: Answer;
}

/** Answered to a CONNECT; RFC 9110 section 9.3.6 forbids any framing. What follows is the tunnel. */
export const TUNNEL_OPENED = 'HTTP/1.1 200 Connection established\r\n\r\n';

const notFound: Answer = { status: 404 };
const badGateway: Answer = { status: 502, headers: [['Connection', 'close']] };

/** `host:port` of an origin, the port spelled out, as CONNECT names it. */
export const authorityOf = (name: OriginName, scenarioId: string): string => `${hostOf(name, scenarioId)}:${origins[name].port}`;

/** Tells what requests are aimed at that come to the servers of a scenario, proxies and others. */
export function aiming(scenarioId: string, names: readonly OriginName[]): (head: RequestHead, at: OriginName, via?: Via) => Aim {
  const here = ({ target }: RequestHead, origin: OriginName): Aim => ({
    origin,
    target,
    url: urlOf(origin, scenarioId) + target,
    otherwise: notFound,
  });

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
    if (!isProxy(at)) return { ...here(head, at), ...(via && { via }) };
    if (head.method === 'CONNECT') return tunnel(head, at);
    return head.target.startsWith('/') ? here(head, at) : forwarded(head, at);
  };
}
