import { describe, expect, test } from 'vitest';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { secretOf } from '../concrete/names.ts';
import { findingInRecord, type PlannedRecord, received, recordedId, recordedText } from '../fixtures/records.ts';

// What is read off one request.

const at = '{home}/target';
const [hello, start] = [recordedText('hello'), received({ method: 'POST', target: '/start' })];

type Row = readonly [finding: string, request: Partial<RecordedRequest>, call?: Partial<Scenario['calls'][number]>];

/** Tests each finding of a fact with the one request that it is read off. */
function finds(fact: Fact, rows: readonly Row[], more: PlannedRecord = {}): void {
  test.for(rows)('%s: %j', ([finding, request, call]) => {
    const calls = [{ method: 'POST', url: '{home}/start', body: 'hello', ...call }] as const;
    const scenario = call ? { calls } : {};
    expect(findingInRecord(fact, { requests: [received(request)], scenario, ...more })).toBe(finding);
  });
}

/** The facts that need a request: without it there is nothing to read. */
const facts: readonly Fact[] = [
  { kind: 'request', at },
  { kind: 'content-headers', at },
  { kind: 'framing', at },
  { kind: 'canary', secret: 'cookie', at },
  { kind: 'field', name: 'Row', at },
  { kind: 'signed-region', at },
  { kind: 'protocol', at },
  { kind: 'route', at },
  { kind: 'server-name', at },
  { kind: 'client-certificate', at },
  { kind: 'reuse', from: '{home}/start', at },
  { kind: 'same-field', name: 'Row', from: '{home}/start', at },
];

test.for(facts)('without the request there is no finding on %j', (fact) => {
  expect(findingInRecord(fact, { requests: [start] })).toBe('no such request: no request 1 came to {home}/target');
});

describe('a request belongs to a place', () => {
  const [first, second, tunnel] = [
    received({ method: 'FIRST', target: '/target?a?b' }),
    received({ method: 'SECOND', target: '/target' }),
    received({ origin: 'proxy', method: 'CONNECT', target: '/target', tunnelTo: 'home-tls' }),
  ];
  const requests = [received({ origin: 'other', method: 'OTHER' }), start, first, second, tunnel];

  test.for<[place: Place, visit: number | undefined, finding: string]>([
    ['{home}/target', undefined, 'FIRST'],
    ['{home}/target', 1, 'FIRST'],
    ['{home}/target', 2, 'SECOND'],
    ['{home}/target?a?b', 1, 'FIRST'],
    ['{home}/target?a', 1, 'none'],
    ['{home}/targe', 1, 'none'],
    ['{other}/target', 1, 'OTHER'],
    ['{proxy}>home-tls', 1, 'CONNECT'],
    ['{proxy}>home', 1, 'none'],
    ['{proxy}/target', 1, 'none'],
  ])('by origin and path, and by the query where the place has one: %s, visit %s, %s', ([place, visit, method]) => {
    const finding = findingInRecord({ kind: 'request', at: place, ...(visit !== undefined && { visit }) }, { requests });
    const none = `no such request: no request ${visit} came to ${place}`;
    expect(finding.replace(', no body', '')).toBe(method === 'none' ? none : method);
  });
});

describe('method and body:', () => {
  finds({ kind: 'request', at }, [
    ['GET, no body', {}],
    ['POST, same body', { method: 'POST', body: hello }],
    ['GET, same body', { body: hello }],
    ['POST, body lost', { method: 'POST' }],
    ['POST, other body', { method: 'POST', body: recordedText('HELLO') }],
    ['GET, body cut short', { body: hello, complete: false }],
    ['GET, unexpected body', { body: hello }, { body: undefined as never }],
    ['POST, no body', { method: 'POST' }, { body: undefined as never }],
    ['POST, same body', { method: 'POST' }, { body: '' }],
    ['POST, other body', { method: 'POST', body: hello }, { body: '' }],
    ['POST, same body', { method: 'POST', body: hello }, { body: { stream: ['he', 'llo'] } }],
  ]);

  test('a scenario that makes no call has no finding', () => {
    expect(findingInRecord({ kind: 'request', at }, { requests: [received()], scenario: { calls: [] } })).toBe(
      'call failed: the scenario makes no call',
    );
  });
});

describe('method and body where the client makes the body of a form:', () => {
  const form = { as: 'urlencoded', fields: [['a', 'b']] } as const;
  const scenario = { calls: [{ method: 'POST', url: '{home}/start', form }] } as const;
  const made = { ...start, body: recordedText('a=b') };

  test.for<[finding: string, requests: readonly RecordedRequest[]]>([
    ['POST, same body', [made, received({ method: 'POST', body: recordedText('a=b') })]],
    ['POST, other body', [made, received({ method: 'POST', body: recordedText('a=c') })]],
    ['POST, body lost', [made, received({ method: 'POST' })]],
    ['POST, unexpected body', [received({ method: 'POST', body: recordedText('a=b') })]],
  ])('%s', ([finding, requests]) => {
    expect(findingInRecord({ kind: 'request', at }, { requests, scenario })).toBe(finding);
  });
});

describe('fields that describe a body:', () => {
  const type = ['content-TYPE', 'text/plain'] as const;
  const many: Scenario['calls'][number]['headers'] = [
    ['Content-Type', 'text/plain'],
    ['DIGEST', 'x'],
    ['Last-Modified', 'y'],
    ['Content-Length', '5'],
    ['X-Content-Row', '1'],
    ['Digest-Row', '1'],
    ['X-Digest', '1'],
    ['Last-Modified-Row', '1'],
    ['X-Last-Modified', '1'],
    ['Content-Length-Row', '1'],
  ];
  const withHeaders = { headers: many };
  finds({ kind: 'content-headers', at }, [
    ['kept with the body', { body: hello, headers: [type] }],
    ['kept with the body', { complete: false, headers: [type] }],
    ['dropped with the body', {}],
    ['left over: content-type', { headers: [type] }],
    ['lost: content-type', { body: hello }],
    ['lost: content-type', { body: hello, headers: [['Content-Type', 'text/html']] }],
    [
      'kept with the body',
      {
        body: hello,
        headers: [
          ['Content-Type', 'text'],
          ['Content-Type', 'plain'],
        ],
      },
      { headers: [['Content-Type', 'text, plain']] },
    ],
    ['lost: content-type, digest, last-modified, content-length-row', { body: hello }, withHeaders],
    ['left over: digest', { headers: [['Digest', 'x']] }, withHeaders],
    ['dropped with the body', { headers: [['Content-Length', '5']] }, withHeaders],
    ['dropped with the body', { headers: [type] }, { headers: undefined as never }],
    ['kept with the body', { body: hello }, { headers: undefined as never }],
  ]);

  test('a scenario that makes no call has none', () => {
    expect(findingInRecord({ kind: 'content-headers', at }, { requests: [received()], scenario: { calls: [] } })).toBe(
      'dropped with the body',
    );
  });
});

describe('how a body was framed:', () => {
  const length = (value: string): HeaderFields => [['content-LENGTH', value]];
  const chunked: HeaderFields = [['Transfer-Encoding', 'chunked']];
  finds({ kind: 'framing', at }, [
    ['none', {}],
    ['none', { complete: false }],
    ['content-length', { headers: length('5') }],
    ['content-length: 0', { headers: length('0') }],
    ['content-length', { headers: [...length('0'), ...length('0')] }],
    ['content-length, body missing', { headers: length('5'), complete: false }],
    ['content-length, body missing', { headers: length('0'), complete: false }],
    ['chunked', { headers: chunked }],
    ['both', { headers: [...chunked, ...length('5')] }],
  ]);
});

describe('a secret in a request:', () => {
  const secret = '{secret:x-api-key}';
  const basic = (value: string): HeaderFields => [['Authorization', `Basic ${Buffer.from(value).toString('base64')}`]];
  finds({ kind: 'canary', secret: 'x-api-key', at }, [
    ['sent', { headers: [['X-Api-Key', secret]] }],
    ['sent', { headers: [[secret, '']] }],
    ['sent', { headers: [['Referer', `http://any/?key=${secret}`]] }],
    ['sent', { target: `/target?${secret}` }],
    ['sent', { body: recordedText(secret) }],
    ['absent', { headers: [['X-Api-Key', '{secret:cookie}']] }],
    ['absent', { headers: basic('user:password') }],
  ]);

  test('only in the visit that is asked for', () => {
    const requests = [received(), received({ headers: [['X-Api-Key', secret]] })];
    const finding = (visit?: number): string =>
      findingInRecord({ kind: 'canary', secret: 'x-api-key', at, ...(visit !== undefined && { visit }) }, { requests });
    expect([finding(), finding(1), finding(2)]).toEqual(['absent', 'absent', 'sent']);
  });

  test.for<[finding: string, seen: readonly Partial<RecordedRequest>[]]>([
    ['sent', [{ origin: 'other', target: '/elsewhere', headers: [['X-Api-Key', secret]] }]],
    ['sent', [{ origin: 'other' }, { origin: 'other', headers: [['X-Api-Key', secret]] }]],
    ['absent', [{ origin: 'other' }, { headers: [['X-Api-Key', secret]] }]],
    ['no such request: no request came to other', [{ headers: [['X-Api-Key', secret]] }]],
  ])('anywhere at an origin: %s', ([finding, seen]) => {
    expect(findingInRecord({ kind: 'canary', secret: 'x-api-key', at: 'other' }, { requests: seen.map(received) })).toBe(finding);
  });
});

describe('a field:', () => {
  const basic = (scheme: string, credentials: string): string => `${scheme} ${Buffer.from(credentials).toString('base64')}`;
  finds({ kind: 'field', name: 'Row', at }, [
    ['absent', { headers: [['Rows', '1']] }],
    ['', { headers: [['Row', '']] }],
    [
      '1 | 2',
      {
        headers: [
          ['ROW', '1'],
          ['Rows', '0'],
          ['row', '2'],
        ],
      },
    ],
    ['{home}/start', { headers: [['Row', '{home}/start']] }],
    ['Bearer {secret:authorization}', { headers: [['Row', 'Bearer {secret:authorization}']] }],
    [basic('Basic', 'user:password'), { headers: [['Row', basic('Basic', 'user:password')]] }],
  ]);

  test.for<[finding: string, scheme: string, rest: string]>([
    ['Basic ada:{secret:authorization}', 'Basic', ''],
    ['basic ada:{secret:authorization}', 'basic', ''],
    ['Basic ada:{secret:authorization}', 'Basic   ', ''],
    ['as it is', 'Basic', ' and more'],
    ['as it is', 'x Basic', ''],
    ['as it is', 'Digest', ''],
  ])('credentials of Basic are in clear where they have a planted secret: %s', ([finding, scheme, rest]) => {
    const value = basic(scheme, `ada:${secretOf('authorization', recordedId)}`) + rest;
    const read = findingInRecord({ kind: 'field', name: 'Row', at }, { requests: [received({ headers: [['Row', value]] })] });
    expect(read).toBe(finding === 'as it is' ? value : finding);
  });
});

describe('the region for which a request is signed:', () => {
  const scope = 'Credential=AKID/20261127/eu-central-1/s3/aws4_request';
  const signed = (value: string): Partial<RecordedRequest> => ({ headers: [['authorization', value]] });
  finds({ kind: 'signed-region', at }, [
    ['eu-central-1', signed(`AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0`)],
    ['not signed', signed(`Bearer ${scope}`)],
    ['not signed', signed(`x AWS4-HMAC-SHA256 ${scope}`)],
    ['not signed', signed('AWS4-HMAC-SHA256 Credential=AKID/20261127/EU/s3/aws4_request')],
    ['not signed', signed('AWS4-HMAC-SHA256 Credential=AKID/eu-central-1')],
    ['not signed', { headers: [['X-Row', `AWS4-HMAC-SHA256 ${scope}`]] }],
  ]);
});

describe('the version of HTTP:', () => {
  finds({ kind: 'protocol', at }, [
    ['HTTP/1.1', {}],
    ['HTTP/2', { httpVersion: '2' }],
    ['transport: a mock speaks no version of HTTP', { httpVersion: null }],
  ]);
});

describe('the server name in the TLS handshake:', () => {
  finds({ kind: 'server-name', at }, [
    ['{home.host}', { serverName: '{home.host}' }],
    ['any.test', { serverName: 'any.test' }],
    ['none', {}],
  ]);
});

describe('the certificate of the caller:', () => {
  finds({ kind: 'client-certificate', at }, [
    ['sent', { clientCertificate: 'ada' }],
    ['sent', { clientCertificate: '' }],
    ['absent', {}],
  ]);
});

describe('the way by which a request came:', () => {
  finds({ kind: 'route', at }, [
    ['direct', {}],
    ['via proxy', { via: { proxy: 'proxy', tunnel: false } }],
    ['via other-proxy, by tunnel', { via: { proxy: 'other-proxy', tunnel: true } }],
  ]);
});

describe('whether a request used a connection of another one:', () => {
  const fact = { kind: 'reuse', from: '{home}/start', at } as const;
  test.for<[finding: string, before: readonly number[], connection: number]>([
    ['same connection', [1], 1],
    ['same connection', [1, 2], 2],
    ['another connection', [1], 2],
    ['another connection', [], 1],
  ])('%s: %j, %s', ([finding, before, connection]) => {
    const requests = [...before.map((each) => ({ ...start, connection: each })), received({ connection })];
    expect(findingInRecord(fact, { requests })).toBe(finding);
  });
});

describe('whether a field is the same in two requests:', () => {
  const fact = { kind: 'same-field', name: 'X-Row', from: '{home}/start', at } as const;
  test.for<[finding: string, before: HeaderFields, after: HeaderFields]>([
    ['same', [['X-Row', '1']], [['x-row', '1']]],
    ['same', [['X-Row', '']], [['X-Row', '']]],
    ['same', [['Row', '1']], [['Row', '2']]],
    [
      'changed',
      [['X-Row', '1']],
      [
        ['X-Row', '1'],
        ['X-Row', '1'],
      ],
    ],
    ['changed', [['X-Row', '1']], [['X-Row', '']]],
    ['changed', [], [['X-Row', '1']]],
    ['lost', [['X-Row', '']], [['Row', '1']]],
  ])('%s: %j, %j', ([finding, before, after]) => {
    const requests = [{ ...start, headers: before }, received({ headers: after })];
    expect(findingInRecord(fact, { requests })).toBe(finding);
  });

  test('is not asked without the request before', () => {
    expect(findingInRecord(fact, { requests: [received()] })).toBe('no such request: no request 1 came to {home}/start');
  });
});
