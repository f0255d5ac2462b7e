import { describe, expect, test } from 'vitest';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Observation, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { concrete } from '../concrete/concrete-scenario.ts';
import { secretOf } from '../concrete/names.ts';
import { checkWithoutRulings, findingText } from '../fixtures/clients.ts';
import { findingsOf } from './index.ts';

const id = 'own/proxies';
const base: Omit<Scenario, 'checks'> = {
  id,
  title: 'through proxies',
  routes: { '{home}/here': { status: 200 }, '{home-tls}/here': { status: 200 }, '{other}/here': { status: 200 } },
  calls: [{ method: 'GET', url: '{home}/here', proxy: { http: { at: 'proxy' }, https: { at: 'other-proxy' } } }],
};

const password = secretOf('proxy-authorization', id);
const basic = `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;

const received = (part: Partial<RecordedRequest>): RecordedRequest => ({
  origin: 'home',
  connection: 1,
  httpVersion: '1.1',
  head: '',
  method: 'GET',
  target: '/here',
  headers: [['Proxy-Authorization', basic]],
  body: { length: 0, text: '' },
  complete: true,
  ...part,
});

const requests: readonly RecordedRequest[] = [
  received({ via: { proxy: 'proxy', tunnel: false } }),
  received({ origin: 'other-proxy', method: 'CONNECT', target: 'any.test:443', tunnelTo: 'home-tls', headers: [] }),
  received({ origin: 'home-tls', via: { proxy: 'other-proxy', tunnel: true } }),
  received({ origin: 'other' }),
];

/** The finding on a fact in the record of these requests. */
function findingOn(fact: Fact): string {
  const check = checkWithoutRulings(fact);
  const scenario = { ...base, checks: [check] };
  const observation: Observation = { requests, outcomes: [], blocked: [] };
  return findingText(findingsOf({ scenario, concrete: concrete(scenario), observation, transport: 'wire' })(check));
}

describe('the route of a request', () => {
  test.for([
    ['{home}/here', 'via proxy'],
    ['{home-tls}/here', 'via other-proxy, by tunnel'],
    ['{other}/here', 'direct'],
    ['{other-proxy}>home-tls', 'direct'],
    ['{proxy}>home-tls', 'no such request: no request 1 came to {proxy}>home-tls'],
  ] as const)('to %s: %s', ([at, route]) => {
    expect(findingOn({ kind: 'route', at })).toBe(route);
  });
});

describe('the credentials of a proxy', () => {
  test('are decoded in the finding on the field', () => {
    expect(findingOn({ kind: 'field', name: 'Proxy-Authorization', at: '{home}/here' })).toBe(
      'Basic ada:{secret:proxy-authorization}',
    );
  });

  test.for([
    ['home', 'absent'],
    ['proxy', 'sent'],
    ['home-tls', 'sent'],
    ['other-proxy', 'absent'],
    ['other', 'sent'],
  ] as const)('at %s: %s, because a proxy removes its own credentials and cannot read a tunnel', ([at, finding]) => {
    expect(findingOn({ kind: 'canary', secret: 'proxy-authorization', at })).toBe(finding);
  });
});
