import { type Answer, type Case, casesOf, type Condition, type Route } from '../../suites/vocabulary/answer.ts';
import {
  type Call,
  callsMade,
  isStreamed,
  type Proxying,
  type ProxyUse,
  type SocksProxyUse,
} from '../../suites/vocabulary/call.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { FactKind } from '../../suites/vocabulary/fact.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { Nginx } from '../../suites/vocabulary/nginx.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import { isOwnOrigin, type OriginName, originNames, originOf, pathOf, type Place } from '../../suites/vocabulary/origin.ts';
import type { CallingPage } from '../../suites/vocabulary/page.ts';
import type { Scenario, ScenarioEvent } from '../../suites/vocabulary/scenario.ts';
import { contentBytes } from './content-bytes.ts';
import { hostOf, socketPathOf, urlOf } from './names.ts';
import { fillIn, originsIn } from './placeholders.ts';

/** A route with every placeholder filled in. */
export interface ConcreteRoute {
  readonly place: Place;
  /** Absolute URL without its default port: `http://home-1x9k2p.test/start`. */
  readonly url: string;
  readonly cases: readonly Case[];
}

/** The forward proxies of a call, as URLs, and the hosts that are reached without. */
interface ConcreteProxying {
  readonly http: string;
  readonly https?: string;
  readonly bypass: readonly string[];
}

/** A request as an adapter is given it. */
export interface ConcreteCall extends Omit<
  Call,
  'times' | 'url' | 'userinfo' | 'headers' | 'proxy' | 'socksProxy' | 'unixSocket'
> {
  readonly url: string;
  readonly headers: HeaderFields;
  readonly proxy?: ConcreteProxying;
  /** The URL of the SOCKS proxy, with user name and password if it has any. */
  readonly socksProxy?: string;
  /** The path of the socket. */
  readonly unixSocket?: string;
}

/** A scenario as it goes over the wire: names, secrets and URLs in place of placeholders. */
export interface ConcreteScenario {
  readonly id: string;
  readonly needs: readonly Capability[];
  readonly atOnce: boolean;
  /** The kinds of facts that its checks look at. */
  readonly facts: readonly FactKind[];
  readonly origins: readonly OriginName[];
  readonly routes: readonly ConcreteRoute[];
  readonly calls: readonly ConcreteCall[];
  readonly edge?: Scenario['edge'];
  readonly events: readonly ScenarioEvent[];
}

/** Every origin that a scenario names anywhere, in the order of the table of origins. */
export function originsOf({ routes, calls, edge, alsoListening = [] }: Scenario): readonly OriginName[] {
  const named = new Set([
    ...originsIn(JSON.stringify([routes, calls])),
    ...Object.keys(routes).map((place) => originOf(place as Place)),
    ...calls.flatMap(({ proxy }) => (proxy ? [proxy.http.at, ...(proxy.https ? [proxy.https.at] : [])] : [])),
    ...calls.flatMap(({ socksProxy }) => socksProxy?.at ?? []),
    ...(edge ? [edge.at, edge.origin] : []),
    ...alsoListening,
  ]);
  return [...originNames, ...[...named].filter(isOwnOrigin)].filter((name) => named.has(name));
}

const fillAll = (list: HeaderFields, fill: (text: string) => string): HeaderFields =>
  list.map(([name, value]) => [name, fill(value)] as const);

const concreteNginx = (nginx: Nginx, fill: (text: string) => string): Nginx =>
  'directives' in nginx ? { ...nginx, directives: fill(nginx.directives) } : nginx;

function concreteAnswer({ nginx, ...answer }: Answer, fill: (text: string) => string): Answer {
  const byNginx = nginx && { nginx: concreteNginx(nginx, fill) };
  if ('raw' in answer) return { ...answer, ...byNginx, raw: fill(answer.raw) };
  const { location, body, headers = [], trailers, ...rest } = answer;
  const fields = fillAll(headers, fill);
  return {
    ...rest,
    ...byNginx,
    headers: location === undefined ? fields : [['Location', fill(location)], ...fields],
    ...(body !== undefined && { body: typeof body === 'string' ? fill(body) : body }),
    ...(trailers && { trailers: fillAll(trailers, fill) }),
  };
}

const concreteCondition = ({ header, serverName, ...rest }: Condition, fill: (text: string) => string): Condition => ({
  ...rest,
  ...(header && { header: { ...header, includes: fill(header.includes) } }),
  ...(serverName !== undefined && { serverName: fill(serverName) }),
});

function concreteCases(route: Route, fill: (text: string) => string): readonly Case[] {
  return casesOf(route).map(({ when, answer }) => ({
    ...(when && { when: concreteCondition(when, fill) }),
    answer: concreteAnswer(answer, fill),
  }));
}

const withUserinfo = (url: string, userinfo: string | undefined): string =>
  userinfo === undefined ? url : url.replace('://', `://${userinfo}@`);

const urlOfProxy = ({ at, userinfo }: ProxyUse | SocksProxyUse, scenarioId: string): string =>
  withUserinfo(urlOf(at, scenarioId), userinfo && fillIn(userinfo, scenarioId));

function concreteProxying({ http, https, bypass = [] }: Proxying, scenarioId: string): ConcreteProxying {
  return {
    http: urlOfProxy(http, scenarioId),
    ...(https && { https: urlOfProxy(https, scenarioId) }),
    bypass: bypass.map((name) => hostOf(name, scenarioId)),
  };
}

const concretePage = ({ at, policy, ...rest }: CallingPage, fill: (text: string) => string): CallingPage => ({
  ...rest,
  ...(at !== undefined && { at: fill(at) }),
  ...(policy !== undefined && { policy: fill(policy) }),
});

/** The body of a call as bytes, however it is passed. */
export function bytesOf(body: NonNullable<Call['body']>): Uint8Array<ArrayBuffer> {
  return contentBytes(isStreamed(body) ? body.stream.join('') : body);
}

/** A scenario with its names, secrets and URLs filled in. Throws where a placeholder names nothing. */
export function concrete(scenario: Scenario): ConcreteScenario {
  const { id } = scenario;
  const fill = (text: string): string => fillIn(text, id);
  const fillUrl = (place: Place): string => urlOf(originOf(place), id) + fill(pathOf(place));
  return {
    id,
    needs: needsOf(scenario),
    atOnce: scenario.atOnce ?? false,
    facts: [...new Set(scenario.checks.map(({ fact }) => fact.kind))],
    origins: originsOf(scenario),
    ...(scenario.edge && { edge: scenario.edge }),
    events: scenario.events ?? [],
    routes: Object.entries(scenario.routes).map(([place, route]) => ({
      place: place as Place,
      url: fillUrl(place as Place),
      cases: concreteCases(route, fill),
    })),
    calls: callsMade(scenario.calls).map(
      ({ userinfo, auth, netrc, tokenProvider, cookies, query, proxy, socksProxy, unixSocket, page, ...call }) => ({
        ...call,
        url: withUserinfo(fillUrl(call.url), userinfo && fill(userinfo)),
        headers: fillAll(call.headers ?? [], fill),
        ...(auth && { auth: { ...auth, password: fill(auth.password) } }),
        ...(netrc !== undefined && { netrc: fill(netrc) }),
        ...(tokenProvider && { tokenProvider: tokenProvider.map(([origin, value]) => [fill(origin), fill(value)] as const) }),
        ...(cookies && { cookies: fillAll(cookies, fill) }),
        ...(page && { page: concretePage(page, fill) }),
        ...(query && { query: fillAll(query, fill) }),
        ...(proxy && { proxy: concreteProxying(proxy, id) }),
        ...(socksProxy && { socksProxy: urlOfProxy(socksProxy, id).replace(/^http:/, 'socks5:') }),
        ...(unixSocket && { unixSocket: socketPathOf(unixSocket, id) }),
      }),
    ),
  };
}
