import { createHash } from 'node:crypto';
import { originOf, origins, pathOf, type Origin, type OriginName, type Place } from '../suites/vocabulary/origin.ts';
import { secrets, type Fact, type Secret } from '../suites/vocabulary/fact.ts';
import { needsOf } from './needs.ts';
import {
  casesOf,
  inFull,
  isStreamed,
  type Answer,
  type Call,
  type Capability,
  type Case,
  type HeaderFields,
  type Proxying,
  type ProxyUse,
  type Route,
  type Scenario,
} from '../suites/vocabulary/scenario.ts';

/** A route with every placeholder filled in. */
export interface ConcreteRoute {
  readonly place: Place;
  /** Absolute URL, default port left out: `http://home-1x9k2p.test/start`. */
  readonly url: string;
  readonly cases: readonly Case[];
}

/** The forward proxies of a call, as URLs, and the hosts that are reached without. */
export interface ConcreteProxying {
  readonly http: string;
  readonly https: string;
  readonly bypass: readonly string[];
}

/** A request as an adapter is given it. */
export interface ConcreteCall extends Omit<Call, 'url' | 'userinfo' | 'headers' | 'proxy'> {
  readonly url: string;
  readonly headers: HeaderFields;
  readonly proxy?: ConcreteProxying;
}

/** A scenario as it goes over the wire: names, secrets and URLs in place of placeholders. */
export interface ConcreteScenario {
  readonly needs: readonly Capability[];
  readonly atOnce: boolean;
  /** The kinds of facts that anybody wants to know. */
  readonly facts: readonly Fact['kind'][];
  readonly origins: readonly OriginName[];
  readonly routes: readonly ConcreteRoute[];
  readonly calls: readonly ConcreteCall[];
}

/**
 * What makes the names of a scenario its own: cookies and caches know hosts, not ports. Drawn from
 * the id, so that names are the same in every run.
 */
export function labelOf(scenarioId: string): string {
  const label = labels.get(scenarioId) ?? drawLabel(scenarioId);
  labels.set(scenarioId, label);
  return label;
}

const labels = new Map<string, string>();

function drawLabel(scenarioId: string): string {
  const digest = createHash('sha256').update(scenarioId).digest().readBigUInt64BE();
  return digest.toString(36).slice(0, 6).padStart(6, '0');
}

/** The host name that stands for an origin in one scenario: `sub.home-1x9k2p.test`. */
export function hostOf(name: OriginName, scenarioId: string): string {
  return `${origins[name].host}-${labelOf(scenarioId)}.test`;
}

/** The serialized origin, its default port left out: `http://home-1x9k2p.test`. */
export function urlOf(name: OriginName, scenarioId: string): string {
  const { scheme, port }: Origin = origins[name];
  return new URL(`${scheme}://${hostOf(name, scenarioId)}:${port}`).origin;
}

/** The secret planted under a name: unique to the scenario, the same in every run, and no part of another secret. */
export function secretOf(secret: Secret, scenarioId: string): string {
  return `canary-${secret}-${labelOf(scenarioId)}`;
}

const isSecret = (name: string): name is Secret => secrets.some((secret) => secret === name);
const isOrigin = (name: string): name is OriginName => name in origins;

function valueOf(placeholder: string, scenarioId: string): string {
  const [, secret] = placeholder.split('secret:');
  if (secret !== undefined && isSecret(secret)) return secretOf(secret, scenarioId);
  if (isOrigin(placeholder)) return urlOf(placeholder, scenarioId);
  const [, host] = /^(.+)\.host$/.exec(placeholder) ?? [];
  if (host !== undefined && isOrigin(host)) return hostOf(host, scenarioId);
  throw new Error(`${scenarioId}: {${placeholder}} is neither an origin nor a secret`);
}

const placeholders = /\{([a-z][a-z0-9:.-]*)\}/g;

/** Text with every placeholder replaced; throws on one that names nothing. */
export function fillIn(text: string, scenarioId: string): string {
  return text.replace(placeholders, (_, placeholder: string) => valueOf(placeholder, scenarioId));
}

/** Text with placeholders in place of the names and secrets of a scenario: what `fillIn` filled in, taken out again. */
export function takeOut(text: string, scenarioId: string): string {
  const names = Object.keys(origins) as OriginName[];
  const values = [
    ...secrets.map((secret) => [secretOf(secret, scenarioId), `{secret:${secret}}`] as const),
    ...names.map((name) => [urlOf(name, scenarioId), `{${name}}`] as const),
    ...names.map((name) => [hostOf(name, scenarioId), `{${name}.host}`] as const),
  ];
  // The longest first: an origin with a port begins with the one without, and a host ends with its parent domain.
  const longestFirst = values.toSorted(([a], [b]) => b.length - a.length);
  return longestFirst.reduce((rest, [value, placeholder]) => rest.replaceAll(value, placeholder), text);
}

/** The origins that a text names in its placeholders. */
function originsIn(text: string): readonly OriginName[] {
  return [...text.matchAll(placeholders)].map(([, name = '']) => name.replace(/\.host$/, '')).filter(isOrigin);
}

/** Every origin a scenario names anywhere, in the order of the table of origins. */
function originsOf(scenario: Scenario): readonly OriginName[] {
  const { routes, calls, alsoListening = [] } = scenario;
  const named = new Set([
    ...originsIn(JSON.stringify([routes, calls])),
    ...Object.keys(routes).map((place) => originOf(place as Place)),
    ...calls.flatMap(({ proxy }) => (proxy ? [proxy.http.at, proxy.https.at] : [])),
    ...alsoListening,
  ]);
  return (Object.keys(origins) as OriginName[]).filter((name) => named.has(name));
}

function concreteAnswer(answer: Answer, fill: (text: string) => string): Answer {
  if ('raw' in answer) return { ...answer, raw: fill(answer.raw) };
  const { location, body, headers = [], trailers, ...rest } = answer;
  const fillAll = (list: HeaderFields): HeaderFields => list.map(([name, value]) => [name, fill(value)] as const);
  const fields = fillAll(headers);
  return {
    ...rest,
    headers: location === undefined ? fields : [['Location', fill(location)], ...fields],
    ...(body !== undefined && { body: typeof body === 'string' ? fill(body) : body }),
    ...(trailers && { trailers: fillAll(trailers) }),
  };
}

function concreteCases(route: Route, fill: (text: string) => string): readonly Case[] {
  return casesOf(route).map(({ when, answer }) => ({
    ...(when && { when: when.header ? { ...when, header: { ...when.header, includes: fill(when.header.includes) } } : when }),
    answer: concreteAnswer(answer, fill),
  }));
}

const withUserinfo = (url: string, userinfo: string | undefined): string =>
  userinfo === undefined ? url : url.replace('://', `://${userinfo}@`);

function concreteProxying({ http, https, bypass = [] }: Proxying, scenarioId: string): ConcreteProxying {
  const urlOfProxy = ({ at, userinfo }: ProxyUse): string =>
    withUserinfo(urlOf(at, scenarioId), userinfo && fillIn(userinfo, scenarioId));
  return {
    http: urlOfProxy(http),
    https: urlOfProxy(https),
    bypass: bypass.map((name) => hostOf(name, scenarioId)),
  };
}

/** The body of a call as bytes, whatever way it is handed over. */
export function bytesOf(body: NonNullable<Call['body']>): Buffer {
  return Buffer.from(isStreamed(body) ? body.stream.join('') : inFull(body));
}

/** A scenario with its names, secrets and URLs filled in. Throws where a placeholder names nothing. */
export function concrete(scenario: Scenario): ConcreteScenario {
  const fill = (text: string): string => fillIn(text, scenario.id);
  const fillUrl = (place: Place): string => urlOf(originOf(place), scenario.id) + fill(pathOf(place));
  return {
    needs: needsOf(scenario),
    atOnce: scenario.atOnce ?? false,
    facts: [...new Set(scenario.checks.map(({ fact }) => fact.kind))],
    origins: originsOf(scenario),
    routes: Object.entries(scenario.routes).map(([place, route]) => ({
      place: place as Place,
      url: fillUrl(place as Place),
      cases: concreteCases(route, fill),
    })),
    calls: scenario.calls.map(({ userinfo, auth, proxy, ...call }) => ({
      ...call,
      url: withUserinfo(fillUrl(call.url), userinfo && fill(userinfo)),
      headers: (call.headers ?? []).map(([name, value]) => [name, fill(value)] as const),
      ...(auth && { auth: { ...auth, password: fill(auth.password) } }),
      ...(proxy && { proxy: concreteProxying(proxy, scenario.id) }),
    })),
  };
}
