import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Bytes, HistoryEntry, Outcome, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import { findingInRecord, type PlannedRecord, received, recordedText, responded } from '../fixtures/records.ts';

// What is read off the outcomes of calls, and off what a client reports about them.

const at = '{home}/target';

const failed = (part: Partial<Extract<Outcome, { kind: 'error' }>> = {}): Outcome => ({
  kind: 'error',
  class: 'timeout',
  error: { name: 'TimeoutError', message: 'no' },
  ...part,
});

type Row = readonly [finding: string, outcome: Outcome | undefined, more?: PlannedRecord];

/** Tests each finding of a fact with the outcome of the first call. */
function finds(fact: Fact, rows: readonly Row[]): void {
  test.for(rows)('%s: %j', ([finding, outcome, more]) => {
    expect(findingInRecord(fact, { ...(outcome && { outcomes: [outcome] }), ...more })).toBe(finding);
  });
}

/** The outcomes that no response and no error can be read off, and how they are described. */
const ends: readonly (readonly [words: string, outcome: Outcome])[] = [
  ['hung', { kind: 'hung' }],
  ['threw string', { kind: 'non-error', thrown: 'string: no: really' }],
  ['threw undefined', { kind: 'non-error', thrown: 'undefined' }],
  ['crashed: uncaught exception', { kind: 'crashed', how: 'uncaught exception: Error: no' }],
  ['crashed: process exited with code 7', { kind: 'crashed', how: 'process exited with code 7' }],
];

describe('how a call settled:', () => {
  finds({ kind: 'settled' }, [
    ['response', responded()],
    ['error', failed()],
    ...ends,
    ['call failed: an earlier call ended the client', undefined],
  ]);
  finds({ kind: 'settled', call: 2 }, [['error', responded(), { outcomes: [responded(), failed()] }]]);
});

describe('what the caller got in the end:', () => {
  const requests = (count: number): readonly RecordedRequest[] => Array.from({ length: count }, () => received());
  const calls = (times: number): NonNullable<PlannedRecord['scenario']> => ({ calls: [{ method: 'GET', url: at, times }] });
  finds({ kind: 'outcome' }, [
    ['returned 200', responded()],
    ['returned 0', responded({ status: 0 })],
    ['error: timeout', failed()],
    ['returned 200', responded(), { requests: requests(100) }],
    ['cut off after 100 requests', responded(), { requests: requests(101) }],
    ['returned 200', responded(), { requests: requests(110), scenario: calls(11) }],
    ['cut off after 110 requests', responded(), { requests: requests(111), scenario: calls(11) }],
  ]);
  finds({ kind: 'outcome', call: 2 }, [['error: timeout', responded(), { outcomes: [responded(), failed()] }]]);
});

describe('whether a client followed:', () => {
  finds({ kind: 'followed', to: at }, [
    ['followed', responded(), { requests: [received()] }],
    ['returned 302', responded({ status: 302 }), { requests: [received({ origin: 'other' })] }],
    ['error: timeout', failed()],
  ]);
  finds({ kind: 'followed', to: at, call: 2 }, [['error: timeout', responded(), { outcomes: [responded(), failed()] }]]);
});

describe('the name of the error that the caller caught:', () => {
  finds({ kind: 'error-name' }, [
    ['TimeoutError', failed()],
    ['no error', responded()],
  ]);
  finds({ kind: 'error-name', call: 2 }, [['TimeoutError', responded(), { outcomes: [responded(), failed()] }]]);
});

/** The facts that are read off a response. */
const ofResponse: readonly Fact[] = [
  { kind: 'response-body', from: at },
  { kind: 'response-header', name: 'Row' },
  { kind: 'final-url' },
  { kind: 'redirected' },
  { kind: 'history' },
  { kind: 'history-header', name: 'Row', at },
];

/** The facts that are read off whatever a call settled with. */
const ofSettled: readonly Fact[] = [{ kind: 'outcome' }, { kind: 'error-name' }, { kind: 'callers-objects' }];

describe('a call that did not settle with a response:', () => {
  test.for(ofResponse)('%j', (fact) => {
    expect(findingInRecord(fact, { outcomes: [failed()] })).toBe('call failed: error: timeout');
  });

  test.for([...ofSettled, ...ofResponse].flatMap((fact) => ends.map(([words, outcome]) => [fact, words, outcome] as const)))(
    '%j, %s',
    ([fact, words, outcome]) => {
      expect(findingInRecord(fact, { outcomes: [outcome] })).toBe(`call failed: ${words}`);
    },
  );

  test.for([...ofSettled, ...ofResponse])('%j, and the call was never made', (fact) => {
    expect(findingInRecord(fact, {})).toBe('call failed: the call was never made');
    expect(findingInRecord({ ...fact, call: 2 } as Fact, { outcomes: [responded()] })).toBe(
      'call failed: the call was never made',
    );
  });
});

describe('the body that the caller got:', () => {
  const [text, zipped] = ['arrived', gzipSync('arrived')];
  const base64 = zipped.toString('base64');
  const coded: Bytes = { length: zipped.length, base64 };
  const gzip = ['content-encoding', 'gzip'] as const;
  const got = (body: Bytes): Outcome => responded({ body });
  const once = { requests: [received()] };
  const answering = (answer: object, requests = [received()]): PlannedRecord =>
    ({ requests, scenario: { routes: { '{other}/target': { status: 200, body: 'other' }, [at]: answer } } }) as PlannedRecord;
  const inBytes = (head: string): PlannedRecord =>
    answering({ raw: `HTTP/1.1 200 OK\r\n${head}\r\n\r\n${zipped.toString('latin1')}` });
  const cases = [{ when: { visit: 1 }, answer: { status: 200, body: 'first' } }, { answer: { status: 200, body: 'second' } }];
  const fieldLike = 'Row:\r\nContent-Encoding: gzip\r\n';
  const by = (index: number): RecordedRequest => received({ answeredBy: { place: at, case: index } });

  finds({ kind: 'response-body', from: at }, [
    ['empty', got(recordedText('')), once],
    ['same bytes', got(recordedText(text)), once],
    ['other bytes', got(recordedText('rrived')), once],
    ['other bytes', got(recordedText('other')), answering({ status: 200, body: text })],
    // By the case that answered last.
    ['same bytes', got(recordedText('first')), answering(cases, [])],
    ['same bytes', got(recordedText('second')), answering(cases, [by(0), by(1)])],
    ['other bytes', got(recordedText('first')), answering(cases, [by(0), by(0), by(1)])],
    // A place without a route sends nothing.
    ['other bytes', got(recordedText(text)), { scenario: { routes: {} } }],
    // Coded content, as an answer and in bytes.
    ['same bytes', got(recordedText(text)), answering({ status: 200, headers: [gzip], body: { base64 } })],
    ['still coded', got(coded), answering({ status: 200, headers: [gzip], body: { base64 } })],
    ['other bytes', got(recordedText('rrived')), answering({ status: 200, headers: [gzip], body: { base64 } })],
    ['same bytes', got(coded), answering({ status: 200, body: { base64 } })],
    ['same bytes', got(recordedText(text)), inBytes('Row: 1\r\nCONTENT-encoding:   gzip')],
    ['still coded', got(coded), inBytes('Content-Encoding:gzip')],
    ['other bytes', got(recordedText(text)), inBytes('X-Content-Encoding: gzip')],
    ['same bytes', got(coded), inBytes('Content-Encoding: gzip, br')],
    // What looks like a field is in the body.
    ['same bytes', got(recordedText(fieldLike)), answering({ raw: `HTTP/1.1 200 OK\r\n\r\n${fieldLike}` })],
    // The sender of these bytes says what they were.
    ['same bytes', got(recordedText(text)), { requests: [received({ answer: { head: '', body: recordedText(text) } })] }],
    ['other bytes', got(recordedText(text)), { requests: [received({ answer: { head: '', body: recordedText('else') } })] }],
  ]);
});

describe('a field of the response that the caller got:', () => {
  const withFields = (...headers: readonly (readonly [string, string])[]): Outcome => responded({ headers });
  finds({ kind: 'response-header', name: 'X-Row' }, [
    ['1 | {home}', withFields(['x-ROW', '1'], ['Row', '0'], ['X-Row', '{home}'])],
    ['', withFields(['X-Row', ''])],
    ['absent', withFields(['Row', '0'])],
  ]);
});

describe('what a client reports about a call:', () => {
  finds({ kind: 'final-url' }, [
    ['{other}/target#part', responded({ url: '{other}/target#part' })],
    ['', responded({ url: '' })],
    ['capability: the client does not report a final URL', responded()],
  ]);
  finds({ kind: 'redirected' }, [
    ['true', responded({ redirected: true })],
    ['false', responded({ redirected: false })],
    ['capability: the client does not report whether it was redirected', responded()],
  ]);
});

describe('the redirects that a client reports:', () => {
  const middle: HistoryEntry = { status: 302, url: '{other}/middle', headers: [['x-ROW', '{other}/row']] };
  const history: readonly HistoryEntry[] = [{ status: 301, url: '{home}/start?query' }, middle];
  const fact: Fact = { kind: 'history-header', name: 'X-Row', at: '{other}/middle' };
  finds({ kind: 'history' }, [
    ['301 {home}/start?query, 302 {other}/middle', responded({ history })],
    ['302 http://any.test/start', responded({ history: [{ status: 302, url: 'http://any.test/start' }] })],
    ['empty', responded({ history: [] })],
    ['capability: the client reports no history', responded()],
  ]);
  finds(fact, [
    ['{other}/row', responded({ history })],
    [
      '1 | 2',
      responded({
        history: [
          {
            ...middle,
            headers: [
              ['X-Row', '1'],
              ['X-Row', '2'],
            ],
          },
        ],
      }),
    ],
    ['', responded({ history: [{ ...middle, headers: [['X-Row', '']] }] })],
    ['absent', responded({ history: [{ ...middle, headers: [['Row', '1']] }] })],
    ['capability: the client reports no fields of a redirect', responded({ history: [{ status: 302, url: '{other}/middle' }] })],
    ['no such request: the history has no redirect 1 from {other}/middle', responded({ history: [{ ...middle, url: at }] })],
    ['capability: the client reports no history', responded()],
  ]);
  finds({ ...fact, visit: 2 }, [
    ['2', responded({ history: [middle, { ...middle, headers: [['X-Row', '2']] }] })],
    ['no such request: the history has no redirect 2 from {other}/middle', responded({ history })],
  ]);
});

describe('the redirects that a client tells the caller:', () => {
  const told = [
    { call: 1, status: 302, url: '{home}/start' },
    { call: 2, status: 301, url: '{home}/start' },
    { call: 1, status: 307, url: '{other}/middle' },
  ];
  finds({ kind: 'told' }, [
    ['302 {home}/start, 307 {other}/middle', undefined, { told }],
    ['none', undefined, { told: [] }],
    ['none', undefined],
  ]);
  finds({ kind: 'told', call: 2 }, [['301 {home}/start', undefined, { told }]]);
});

describe('the objects of the caller that a client changed:', () => {
  const changed = [
    { call: 2, names: ['headers.host', 'method'] },
    { call: 2, names: ['method', 'url'] },
  ];
  const outcomes = [responded(), responded()];
  finds({ kind: 'callers-objects' }, [
    ['unchanged', responded()],
    ['unchanged', failed(), { changed }],
  ]);
  finds({ kind: 'callers-objects', call: 2 }, [['changed: headers.host, method, url', undefined, { outcomes, changed }]]);
});

describe('whether the process of a client could end:', () => {
  finds({ kind: 'exit' }, [
    ['ends', undefined, { exit: 'ends' }],
    ['stays', undefined, { exit: 'stays' }],
    ['transport: the client has no process of its own', undefined],
  ]);
});
