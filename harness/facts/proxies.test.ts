import { describe, expect, test } from 'vitest';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Observation, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { concrete, secretOf } from '../concrete.ts';
import { told } from '../fixtures/clients.ts';
import { findingsOf } from './index.ts';

const id = 'own/proxies';
const stage: Omit<Scenario, 'checks'> = {
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

function found(fact: Fact): string {
  const scenario = { ...stage, checks: [{ fact, rulings: [] }] };
  const observation: Observation = { requests, outcomes: [], blocked: [] };
  const [finding] = Object.values(findingsOf({ scenario, plan: concrete(scenario), observation, transport: 'wire' }));
  return told(finding);
}

describe('by which way a request came', () => {
  test.for([
    ['{home}/here', 'via proxy'],
    ['{home-tls}/here', 'via other-proxy, by tunnel'],
    ['{other}/here', 'direct'],
    ['{other-proxy}>home-tls', 'direct'],
    ['{proxy}>home-tls', 'no such request: no request 1 came to {proxy}>home-tls'],
  ] as const)('to %s: %s', ([at, way]) => {
    expect(found({ kind: 'route', at })).toBe(way);
  });
});

describe('the credentials of a proxy', () => {
  test('are told in clear where they were sent', () => {
    expect(found({ kind: 'field', name: 'Proxy-Authorization', at: '{home}/here' })).toBe(
      'Basic ada:{secret:proxy-authorization}',
    );
  });

  test.for([
    ['home', 'absent'],
    ['proxy', 'sent'],
    ['home-tls', 'sent'],
    ['other-proxy', 'absent'],
    ['other', 'sent'],
  ] as const)('as %s sees them: %s, for a proxy takes out what is its own, and sees into no tunnel', ([at, finding]) => {
    expect(found({ kind: 'canary', secret: 'proxy-authorization', at })).toBe(finding);
  });
});
