import { describe, expect, test } from 'vitest';
import { type OriginName, originOf, pathOf, type Place, relation, type Relation } from './origin.ts';

describe('the relation of one origin to another:', () => {
  test.for<[from: OriginName, to: OriginName, relation: Relation]>([
    ['home', 'home', 'same origin'],
    ['home', 'home-8080', 'other port'],
    ['home', 'other', 'other host'],
    ['home', 'other-tls', 'other host'],
    ['home', 'sub', 'subdomain'],
    ['sub', 'home-tls', 'parent domain'],
    ['home', 'home-tls', 'scheme up'],
    ['home-8080', 'dual-tls', 'scheme up'],
    ['dual-tls', 'dual', 'scheme down'],
    ['sub', 'other', 'other host'],
    ['home', 'home-dot', 'other host'],
    ['home-dot', 'sub', 'other host'],
    ['home', 'lookalike-before', 'other host'],
    ['home', 'lookalike-after', 'other host'],
    ['lookalike-after', 'home', 'other host'],
  ])('%s to %s: %s', ([from, to, expected]) => {
    expect(relation(from, to)).toBe(expected);
  });
});

test.for<[place: Place, origin: OriginName, path: string]>([
  ['{other}/target', 'other', '/target'],
  ['{home-tls}/a/b?c#d', 'home-tls', '/a/b?c#d'],
  ['{home}/{secret:cookie}', 'home', '/{secret:cookie}'],
  ['{proxy}>home-tls', 'proxy', '>home-tls'],
])('%s is at the origin %s, with the path %s', ([place, origin, path]) => {
  expect([originOf(place), pathOf(place)]).toEqual([origin, path]);
});
