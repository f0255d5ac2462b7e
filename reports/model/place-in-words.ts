import type { Fact } from '../../suites/vocabulary/fact.ts';
import {
  isProxy,
  isSocksProxy,
  originNames,
  type OriginName,
  originOf,
  type Place,
  relation,
  type Relation,
} from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

const places: Readonly<Record<Relation, string>> = {
  'same origin': 'the same origin',
  'other port': 'another port',
  'other host': 'another host',
  subdomain: 'a subdomain',
  'parent domain': 'the parent domain',
  'scheme up': 'the same host over https',
  'scheme down': 'the same host over http',
};

const isOriginName = (at: string): at is OriginName => (originNames as readonly string[]).includes(at);

/** Where a fact was read, seen from the origin that the caller asked. */
export function placeInWords(fact: Fact, { calls }: Scenario): string {
  const [first] = calls;
  if (!first || !('at' in fact)) return '';
  const at: Place | OriginName = fact.at ?? originOf(first.url);
  return places[relation(originOf(first.url), isOriginName(at) ? at : originOf(at))];
}

/** What an origin is to the one that the caller asked first: `another host`. */
export function originInWords(origin: OriginName, { calls }: Pick<Scenario, 'calls'>): string {
  const [first] = calls;
  if (isProxy(origin) || isSocksProxy(origin)) return 'a proxy';
  if (!first || origin === originOf(first.url)) return 'asked by the caller';
  return places[relation(originOf(first.url), origin)];
}
