import { describe, expect, test } from 'vitest';
import type { Answer, Response } from '../../suites/vocabulary/answer.ts';
import { type HeaderFields, valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { Edge } from './edge.ts';

const DAY = 86_400;

const redirect = (status: number, ...headers: HeaderFields): Response => ({
  status,
  headers: [['Location', 'http://edge.test/new'], ...headers],
});

/** What the edge server answers to requests for one path, with a clock that goes on between them. */
function results(answer: Answer, waits: readonly number[], method = 'GET'): readonly string[] {
  const edge = new Edge();
  return [0, ...waits].map((seconds) => {
    edge.advance(seconds);
    return edge.answer(method, '/old', () => answer).result;
  });
}

describe('an edge server keeps', () => {
  test.for<readonly [what: string, answer: Answer, kept: readonly number[], results: readonly string[]]>([
    ['a 301 for a day', redirect(301), [DAY - 1, 1], ['Miss', 'Hit', 'Miss']],
    ['a 302 for a day', redirect(302), [DAY - 1, 1], ['Miss', 'Hit', 'Miss']],
    ['no 307', redirect(307), [1], ['Miss', 'Miss']],
    ['no 308', redirect(308), [1], ['Miss', 'Miss']],
    ['a 307 as long as s-maxage says', redirect(307, ['Cache-Control', 's-maxage=60']), [59, 1], ['Miss', 'Hit', 'Miss']],
    ['a 308 as long as max-age says', redirect(308, ['Cache-Control', 'max-age=60']), [59, 1], ['Miss', 'Hit', 'Miss']],
    [
      'what s-maxage says, whatever max-age says',
      redirect(302, ['Cache-Control', 'max-age=9, s-maxage=60']),
      [59],
      ['Miss', 'Hit'],
    ],
    [
      'a 307 for a day, if Cache-Control does not say how long',
      redirect(307, ['Cache-Control', 'public']),
      [DAY - 1, 1],
      ['Miss', 'Hit', 'Miss'],
    ],
    ['nothing with no-store', redirect(301, ['Cache-Control', 'no-store']), [1], ['Miss', 'Miss']],
    ['nothing with max-age=0', redirect(301, ['Cache-Control', 'max-age=0']), [0], ['Miss', 'Miss']],
    ['no 404', { status: 404 }, [1], ['Miss', 'Miss']],
  ])('%s', ([, answer, waits, expected]) => {
    expect(results(answer, waits)).toEqual(expected);
  });

  test('nothing of a POST', () => {
    expect(results(redirect(301), [1], 'POST')).toEqual(['Miss', 'Miss']);
  });
});

test('it asks whether what it has kept too long is still right, and keeps it again if it is', () => {
  const edge = new Edge();
  const fields: HeaderFields = [
    ['Cache-Control', 's-maxage=60'],
    ['ETag', '"1"'],
    ['Last-Modified', 'Mon, 04 May 2026 09:00:00 GMT'],
  ];
  let state: Response = redirect(301, ...fields);
  const asked: HeaderFields[] = [];
  const ask = (conditions: HeaderFields): Answer => {
    asked.push(conditions);
    return conditions.length > 0 && state.status === 301 ? { status: 304 } : state;
  };
  const answered = [0, 60, 59, 1].map((seconds) => {
    edge.advance(seconds);
    const { result, answer } = edge.answer('GET', '/old', ask);
    return [result, 'status' in answer && answer.status, 'headers' in answer && valuesOf(answer.headers ?? [], 'age').join()];
  });
  expect(answered).toEqual([
    ['Miss', 301, ''],
    ['RefreshHit', 301, '0'],
    ['Hit', 301, '59'],
    ['RefreshHit', 301, '0'],
  ]);
  const conditions: HeaderFields = [
    ['If-None-Match', '"1"'],
    ['If-Modified-Since', 'Mon, 04 May 2026 09:00:00 GMT'],
  ];
  expect(asked).toEqual([[], conditions, conditions]);
  edge.advance(60);
  state = { status: 200, body: 'back' };
  expect(edge.answer('GET', '/old', ask)).toMatchObject({ result: 'Miss', answer: { status: 200 } });
});

test('it relays the redirect with its own fields, and adds the age of what it kept', () => {
  const edge = new Edge();
  const ask = (): Answer => redirect(302);
  expect(edge.answer('GET', '/old', ask).answer).toEqual({
    status: 302,
    headers: [
      ['Location', 'http://edge.test/new'],
      ['X-Cache', 'Miss from cloudfront'],
      ['Via', '1.1 8a7f0e4c5d6b.cloudfront.net (CloudFront)'],
      ['X-Amz-Cf-Pop', 'FRA56-P4'],
      ['X-Amz-Cf-Id', 'Uo3yq2l0M1cYH0n7fW9bE5dQ=='],
    ],
  });
  edge.advance(42);
  const { answer } = edge.answer('HEAD', '/old', ask);
  expect('headers' in answer && answer.headers?.slice(1, 3)).toEqual([
    ['Age', '42'],
    ['X-Cache', 'Hit from cloudfront'],
  ]);
});

test.for([
  ['/old-prefix/*', ['Miss', 'Miss', 'Hit']],
  ['/old-prefix/a', ['Miss', 'Hit', 'Hit']],
  ['/*', ['Miss', 'Miss', 'Miss']],
  ['/old', ['Hit', 'Hit', 'Hit']],
] as const)('an invalidation of %s makes it ask again for these paths', ([pattern, expected]) => {
  const edge = new Edge();
  const ask = (path: string): string => edge.answer('GET', path, () => redirect(301)).result;
  const paths = ['/old-prefix/a', '/old-prefix/b', '/other'];
  expect(paths.map(ask)).toEqual(['Miss', 'Miss', 'Miss']);
  edge.invalidate(pattern);
  expect(paths.map(ask)).toEqual(expected);
});
