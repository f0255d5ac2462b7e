import { describe, expect, it, test } from 'vitest';
import type { Answer } from '../vocabulary/answer.ts';
import { describeAnswer, describeRoute } from './answer.ts';
import { messageText, outlineText } from './described-line.ts';

const whole: Answer = {
  status: 307,
  location: '{other}/target',
  headers: [['X-A', 'b']],
  body: 'one\r\ntwo',
  framing: 'chunked',
  trailers: [['X-End', 'yes']],
  sent: 'before the body',
};

describe('an answer in words', () => {
  test('as an outline has each part in one line', () => {
    expect(describeAnswer(whole).map(outlineText)).toEqual([
      '307 Temporary Redirect',
      'sent as soon as the header section of the request has arrived',
      'framing: chunked',
      'Location: {other}/target',
      'X-A: b',
      String.raw`body: "one\r\ntwo"`,
      'trailer X-End: yes',
    ]);
  });

  test('as a message has its body as it is', () => {
    expect(messageText(describeAnswer(whole))).toBe(
      [
        '307 Temporary Redirect',
        '(sent as soon as the header section of the request has arrived)',
        '(framing: chunked)',
        'Location: {other}/target',
        'X-A: b',
        '',
        'one\r\ntwo',
        '(trailer) X-End: yes',
      ].join('\n'),
    );
  });

  it.each<[answer: Answer, outline: readonly string[], message: string]>([
    [{ raw: '', ending: 'reset' }, ['no answer', 'then sends RST'], '(no answer)\n(then sends RST)'],
    [
      { raw: 'HTTP/1.1 200 OK\r\n\r\n', ending: 'close', sent: 'after the call' },
      [String.raw`bytes: "HTTP/1.1 200 OK\r\n\r\n"`, 'sent once the call has settled', 'then sends FIN'],
      'HTTP/1.1 200 OK\n\n\n(sent once the call has settled)\n(then sends FIN)',
    ],
    [
      { status: 301, dated: true },
      ['301 Moved Permanently', 'with the time of the answer as Date'],
      '301 Moved Permanently\n(with the time of the answer as Date)',
    ],
    [{ status: 299, reason: 'Fine' }, ['299 Fine'], '299 Fine'],
    [{ status: 299 }, ['299'], '299'],
    [
      { status: 200, body: { base64: '//6AAA==' } },
      ['200 OK', 'body in octets: FF FE 80 00'],
      '200 OK\n(body in octets: FF FE 80 00)',
    ],
    [
      { status: 302, pieces: 'each byte' },
      ['302 Found', 'each byte in a packet of its own'],
      '302 Found\n(each byte in a packet of its own)',
    ],
    [
      { raw: 'HTTP/1.1 200 OK\r\n\r\n', pieces: ['HTTP', '\r'] },
      [String.raw`bytes: "HTTP/1.1 200 OK\r\n\r\n"`, String.raw`in packets that end after "HTTP", "\r"`],
      'HTTP/1.1 200 OK\n\n\n' + String.raw`(in packets that end after "HTTP", "\r")`,
    ],
    [
      { raw: '', nginx: { directives: 'return 302 /b;' } },
      ['no answer', 'nginx: return 302 /b;'],
      '(no answer)\n(nginx: return 302 /b;)',
    ],
    [
      { status: 301, nginx: { folder: true } },
      ['301 Moved Permanently', 'nginx: a folder'],
      '301 Moved Permanently\n(nginx: a folder)',
    ],
    [{ status: 200, body: { repeat: 'ab', times: 3 } }, ['200 OK', 'body: "ab", 3 times'], '200 OK\n(body: "ab", 3 times)'],
  ])('%j', (answer, outline, message) => {
    expect(describeAnswer(answer).map(outlineText)).toEqual(outline);
    expect(messageText(describeAnswer(answer))).toBe(message);
  });
});

describe('a route in words', () => {
  const ok = { status: 200 };
  const lines = [{ is: 'start', text: '200 OK' }];

  it('is one case without a condition if the answer is always the same', () => {
    expect(describeRoute('{home}/start', ok)).toEqual([{ lines }]);
    expect(describeRoute('{home}/start', [{ answer: ok }])).toEqual([{ lines }]);
  });

  it('ends with the answer for all other requests if the last case has a condition', () => {
    const when = { visit: 2, method: 'POST', header: { name: 'cookie', includes: 'a' }, serverName: '{h2.host}' };
    expect(describeRoute('{home}/start', [{ when, answer: ok }])).toEqual([
      {
        condition:
          'if it is request 2 at this place and the method is POST and cookie includes "a" and its connection was opened for {h2.host}',
        lines,
      },
      { condition: 'otherwise', lines: [{ is: 'start', text: '404 Not Found' }] },
    ]);
    expect(describeRoute('{proxy}>home-tls', [{ when, answer: ok }]).at(-1)?.lines).toEqual([
      { is: 'note', text: 'tunnel opened' },
    ]);
  });
});
