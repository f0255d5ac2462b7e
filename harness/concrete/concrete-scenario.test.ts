import { describe, expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { originNames } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { secrets } from '../../suites/vocabulary/secret.ts';
import { concrete, type ConcreteCall } from './concrete-scenario.ts';
import { addressOf, groupsOf, hostOf, labelOf, octetsOf, secretOf } from './names.ts';
import { fillIn } from './placeholders.ts';

const catalogue = suites.flatMap(({ scenarios }) => scenarios);
const id = 'own/names';
const label = labelOf(id);

describe('a placeholder', () => {
  test.for([
    ['{home}/a', `http://home-${label}.test/a`],
    ['{home-tls}', `https://home-${label}.test`],
    ['{dual}/ {dual-tls}/', `http://home-${label}.test:8443/ https://home-${label}.test:8443/`],
    ['{sub.host}', `sub.home-${label}.test`],
    ['{sub.host:upper}', `SUB.HOME-${label.toUpperCase()}.TEST`],
    ['{idn.host}', `xn--bcher-kva.home-${label}.test`],
    ['{ipv4}/ {ipv4.host:alias}', `http://198.18.${octetsOf(id)}/ 0xc6.022.${octetsOf(id)}`],
    ['{ipv6.host:alias}', `[2001:0db8:0:0:0:0:${groupsOf(id)}]`],
    ['{home-dot}/a', `http://home-${label}.test./a`],
    ['session={secret:cookie}', `session=canary-cookie-${label}`],
    ['{"json": 1} {} {Home}', '{"json": 1} {} {Home}'],
  ] as const)('%s is filled in', ([text, filled]) => {
    expect(fillIn(text, id)).toBe(filled);
  });

  test.for(['{hoem}/a', '{hoem.host}', '{secret:pin}', '{home.port}', '{home.host:lower}', '{home.host:alias}'])(
    '%s does not exist and is refused',
    (text) => {
      expect(() => fillIn(text, id)).toThrow(`own/names: ${text.replace(/\/.*/, '')} is neither an origin nor a secret`);
    },
  );
});

test.for<[where: string, part: Partial<Scenario>]>([
  ['a Location', { routes: { '{home}/a': { status: 302, headers: [['Location', '{hoem}/b']] } } }],
  ['a body', { routes: { '{home}/a': { status: 200, body: '{hoem}' } } }],
  ['raw bytes', { routes: { '{home}/a': { raw: '{hoem}' } } }],
  ['a condition', { routes: { '{home}/a': [{ when: { header: { name: 'a', includes: '{hoem}' } }, answer: { status: 200 } }] } }],
  ['a server name', { routes: { '{home-tls}/a': [{ when: { serverName: '{hoem}' }, answer: { status: 200 } }] } }],
  ['a field of a call', { calls: [{ method: 'GET', url: '{home}/a', headers: [['A', '{hoem}']] }] }],
])('a placeholder in %s that does not exist is refused, and the message names the scenario', ([, part]) => {
  const scenario: Scenario = { id, title: '', routes: {}, calls: [], checks: [], ...part };
  expect(() => concrete(scenario)).toThrow('own/names: {hoem}');
});

test('every placeholder of the catalogue exists', () => {
  // `abort` names a place, which is not sent.
  const sent = (call: ConcreteCall): object => ({ ...call, abort: undefined });
  for (const { routes, calls } of catalogue.map(concrete))
    expect(JSON.stringify([routes.map(({ url, cases }) => [url, cases]), calls.map(sent)])).not.toMatch(/\{[a-z][\w:.-]*\}/);
});

test.for(['{ipv4.host:alias}', '{ipv6.host:alias}'] as const)('%s is another spelling of the same address', (alias) => {
  const name = alias.slice(1, 5) as 'ipv4' | 'ipv6';
  expect(new URL(`http://${fillIn(alias, id)}`).host).toBe(hostOf(name, id));
});

test('an origin at a unix socket has a path instead of a port', () => {
  expect(addressOf('socket', id)).toBe(`unix:/run/socket-${label}.test.sock`);
  expect(addressOf('ipv6-tls', id)).toBe(`${hostOf('ipv6', id).slice(1, -1)}:443`);
  const [call] = concrete({
    id,
    title: '',
    routes: {},
    calls: [{ method: 'GET', url: '{socket}/a', unixSocket: 'socket' }],
    checks: [],
  }).calls;
  expect(call).toMatchObject({ url: `http://socket-${label}.test/a`, unixSocket: `/run/socket-${label}.test.sock` });
});

test('no two scenarios share a host name or a secret', () => {
  const names = originNames.filter((name) => name === 'home' || name === 'sub' || name === 'other');
  const all = catalogue.flatMap(({ id: each }) => [
    ...names.map((name) => hostOf(name, each)),
    ...secrets.map((secret) => secretOf(secret, each)),
  ]);
  expect(new Set(all).size).toBe(all.length);
});

test('no scenario has a host below a domain of another scenario', () => {
  const sites = catalogue.map(({ id: each }) => hostOf('sub', each).split('.').slice(-2).join('.'));
  expect(new Set(sites).size).toBe(catalogue.length);
  expect(hostOf('sub', id)).toBe(`sub.${hostOf('home', id)}`);
});

test('no secret is part of another', () => {
  const values = secrets.map((secret) => secretOf(secret, id));
  expect(values.filter((value) => values.some((other) => other !== value && other.includes(value)))).toEqual([]);
});
