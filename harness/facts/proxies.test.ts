import { describe, expect, test } from 'vitest';
import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import { secretOf } from '../concrete/names.ts';
import { findingInRecord, received, recordedId } from '../fixtures/records.ts';

const password = secretOf('proxy-authorization', recordedId);
const basic = `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;

const apiKey = secretOf('x-api-key', recordedId);

const viaProxies = (part: Partial<RecordedRequest>): RecordedRequest =>
  received({ target: '/here', headers: [['Proxy-Authorization', basic]], ...part });

const requests: readonly RecordedRequest[] = [
  viaProxies({
    via: { proxy: 'proxy', tunnel: false },
    headers: [
      ['Proxy-Authorization', basic],
      ['X-Api-Key', apiKey],
    ],
  }),
  viaProxies({ origin: 'other-proxy', method: 'CONNECT', target: 'any.test:443', tunnelTo: 'home-tls', headers: [] }),
  viaProxies({ origin: 'home-tls', via: { proxy: 'other-proxy', tunnel: true } }),
  viaProxies({ origin: 'other' }),
];

describe('the route of a request', () => {
  test.for([
    ['{home}/here', 'via proxy'],
    ['{home-tls}/here', 'via other-proxy, by tunnel'],
    ['{other}/here', 'direct'],
    ['{other-proxy}>home-tls', 'direct'],
    ['{proxy}>home-tls', 'no such request: no request 1 came to {proxy}>home-tls'],
  ] as const)('to %s: %s', ([at, route]) => {
    expect(findingInRecord({ kind: 'route', at }, { requests })).toBe(route);
  });
});

describe('the credentials of a proxy', () => {
  test('are decoded in the finding on the field', () => {
    expect(findingInRecord({ kind: 'field', name: 'Proxy-Authorization', at: '{home}/here' }, { requests })).toBe(
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
    expect(findingInRecord({ kind: 'canary', secret: 'proxy-authorization', at }, { requests })).toBe(finding);
  });
});

test('a proxy passes on every other secret that it reads', () => {
  for (const at of ['home', 'proxy'] as const)
    expect(findingInRecord({ kind: 'canary', secret: 'x-api-key', at }, { requests })).toBe('sent');
});
