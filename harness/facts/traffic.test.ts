import { describe, expect, test } from 'vitest';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import { findingInRecord, type PlannedRecord, received, recordedText, responded } from '../fixtures/records.ts';

// What is read off all requests, their answers and their connections.

const at = '{home}/target';
const start = received({ method: 'POST', target: '/start' });
const atOther = received({ origin: 'other' });

type Row = readonly [finding: string, requests: readonly RecordedRequest[], more?: PlannedRecord];

/** Tests each finding of a fact with the requests that it is read off. */
function finds(fact: Fact, rows: readonly Row[]): void {
  test.for(rows)('%s', ([finding, requests, more]) => {
    expect(findingInRecord(fact, { requests, ...more })).toBe(finding);
  });
}

describe('how many requests arrived in all:', () => {
  finds({ kind: 'requests' }, [
    ['0', []],
    ['3', [start, received(), atOther]],
  ]);
});

describe('how many requests arrived at a place:', () => {
  finds({ kind: 'requests', at }, [
    ['0', [start, atOther]],
    ['2', [start, received(), received({ target: '/target?again' })]],
  ]);
});

describe('how many preflights arrived at a place, which no other fact counts:', () => {
  const preflight = received({ method: 'OPTIONS', preflight: true });
  const requests = [preflight, received(), { ...preflight, target: '/start' }];
  finds({ kind: 'preflights', at }, [
    ['0', [received()]],
    ['1', requests],
  ]);
  finds({ kind: 'requests', at }, [['1', requests]]);
  finds({ kind: 'request', at }, [['GET, no body', requests]]);
});

describe('how many requests brought the whole body of a call:', () => {
  const calls = [
    { method: 'POST', url: '{home}/start', body: 'hello' },
    { method: 'GET', url: '{home}/start' },
    { method: 'POST', url: '{home}/start', body: 'world' },
  ] as const;
  const post = (body: string, complete = true): RecordedRequest => received({ body: recordedText(body), complete });
  finds({ kind: 'delivered', at }, [
    ['0', [received(), { ...start, body: recordedText('hello') }]],
    ['0', [post('HELLO')]],
    ['0', [post('hello', false)]],
    ['2', [post('hello'), post('hello')]],
    ['1', [post('hello'), post('world')]],
    ['2', [post('hello'), post(''), post('world')], { scenario: { calls } }],
  ]);
});

describe('how many calls to a place did not end with a response:', () => {
  const calls = [
    { method: 'GET', url: '{home}/start', times: 2 },
    { method: 'GET', url: '{home}/target' },
  ] as const;
  const scenario = { calls };
  const hung = { kind: 'hung' } as const;
  finds({ kind: 'failed', to: '{home}/start' }, [
    ['0', [], { scenario, outcomes: [responded(), responded(), hung] }],
    ['1', [], { scenario, outcomes: [responded(), hung, hung] }],
    ['2', [], { scenario, outcomes: [] }],
  ]);
});

describe('how many bytes a place sent as its answers:', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n';
  const by = (index: number): Pick<RecordedRequest, 'answeredBy'> => ({ answeredBy: { place: at, case: index } });
  const byServer = { head, body: recordedText('arrived') };
  const cases = [{ when: { visit: 1 }, answer: { status: 200, body: 'arrived' } }, { answer: { raw: 'five!' } }] as const;
  const scenario = { routes: { '{other}/target': { status: 200 }, [at]: cases } };
  finds({ kind: 'answer-bytes', at }, [
    ['0', [start]],
    ['0', [received()]],
    [`${head.length + 7}`, [received(by(0))]],
    [`${head.length}`, [received({ method: 'HEAD', ...by(0) })]],
    [`${2 * head.length + 7}`, [received(by(0)), received({ method: 'HEAD', ...by(0) })]],
    ['5', [received(by(1))], { scenario }],
    [`${head.length + 7}`, [received({ ...by(1), answer: byServer })], { scenario }],
    ['0', [received(by(2))], { scenario }],
    ['0', [received({ target: '/target', ...by(0) })], { scenario: { routes: {} } }],
  ]);
});

describe('how many connections an origin received:', () => {
  finds({ kind: 'connections', to: 'home' }, [
    ['0', [atOther]],
    ['1', [start, received()]],
    ['2', [start, received({ connection: 3 }), { ...atOther, connection: 4 }]],
  ]);
});

describe('how many connections to an origin were left open:', () => {
  finds({ kind: 'left-open', to: 'home' }, [
    ['2', [], { leftOpen: { home: 2, other: 1 } }],
    ['0', [], { leftOpen: { other: 1 } }],
    ['0', []],
  ]);
});

describe('where a client went after its first request to a place:', () => {
  const after = '{home}/start';
  finds({ kind: 'next', after }, [
    ['{home}/target', [start, received()]],
    ['{home}/target?x={other}', [start, received({ target: '/target?x={other}' })]],
    ['{other}/target', [start, atOther, received()]],
    ['{home}/start', [start, start]],
    ['{home-tls}/target', [start, received({ origin: 'other-proxy', tunnelTo: 'home-tls' }), received({ origin: 'home-tls' })]],
    ['returned 200', [start], { outcomes: [responded()] }],
    ['returned 200', [received(), start], { outcomes: [responded()] }],
    ['returned 302', [received()], { outcomes: [responded({ status: 302 })] }],
  ]);
  finds({ kind: 'next', after, call: 2 }, [['returned 404', [start], { outcomes: [responded(), responded({ status: 404 })] }]]);
});
