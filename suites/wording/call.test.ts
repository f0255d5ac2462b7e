import { describe, expect, it } from 'vitest';
import { describeCall } from './call.ts';
import { messageText, outlineText } from './described-line.ts';

describe('a call in words', () => {
  it('as a message has its fields and its body as they are', () => {
    expect(
      messageText(
        describeCall({ method: 'POST', url: '{home}/start', headers: [['A', 'b']], redirect: 'manual', body: 'hello' }),
      ),
    ).toBe('POST {home}/start\n(redirect: manual)\nA: b\n\nhello');
  });

  it('as an outline has every option in a line', () => {
    const outline = [
      describeCall({
        method: 'PUT',
        url: '{home}/start',
        userinfo: 'ada:{secret:authorization}',
        body: { stream: ['one', 'two'] },
        auth: { username: 'ada', password: '{secret:cookie}' },
        netrc: 'machine {home.host} login ada password lovelace\nmachine {other.host} login bob password abc\n',
        tokenProvider: [['{home}', 'Bearer abc']],
        cookies: [['session', '{secret:cookie}']],
        query: [['page', '2']],
        maxRedirects: 3,
        throwAtLimit: true,
        rewriteMethods: false,
        headerShape: 'map',
        sensitiveHeaders: ['x-key', 'x-token'],
        maxBytes: 1000,
        onRedirect: { add: [['X-Hop', 'added']], throwAt: 2, abortAt: 3 },
        http2: true,
        socksProxy: { at: 'socks-proxy', userinfo: 'bob:{secret:cookie}' },
        unixSocket: 'socket',
        clientCertificate: true,
        proxy: { http: { at: 'proxy', userinfo: 'ada:lovelace' }, https: { at: 'other-proxy' }, bypass: ['other'] },
        abort: { on: { request: '{other}/target' }, reason: 'timeout' },
      }),
      describeCall({
        method: 'POST',
        url: '{home}/form',
        form: { as: 'multipart', fields: [['name', 'Zoë']], file: { name: 'story', type: 'text/plain', text: 'once' } },
        abort: { on: 'start' },
      }),
      describeCall({ method: 'POST', url: '{home}/blob', form: { as: 'blob', type: 'text/plain', text: 'a\nb' } }),
      describeCall({
        method: 'POST',
        url: '{home}/long',
        body: { repeat: 'ab', times: 500 },
        abort: { on: { answer: '{home}/long' } },
      }),
      describeCall({ method: 'GET', url: '{home}/socket', through: 'websocket' }),
      describeCall({ method: 'GET', url: '{home}/http-only', proxy: { http: { at: 'proxy' } } }),
    ];
    expect(outline.map((lines) => lines.map(outlineText))).toEqual([
      [
        'PUT {home}/start',
        'user name and password in the URL: ada:{secret:authorization}',
        'user name and password by an option: ada:{secret:cookie}',
        '.netrc: machine {home.host} login ada password lovelace; machine {other.host} login bob password abc',
        'a function of the caller returns for {home}: Bearer abc',
        'cookie by an option: session={secret:cookie}',
        'query by an option: page=2',
        'body as a stream that can be read once: "one", "two"',
        'at most 3 redirects',
        'a redirect beyond the limit is an error',
        'POST on 301 and 302: stays POST',
        'fields in a Map',
        'sensitive fields: x-key, x-token',
        'at most 1000 bytes in the body of the response',
        'a function of the caller is called before each redirect is followed',
        'the function adds X-Hop: added',
        'the function throws at redirect 2',
        'the function aborts the call at redirect 3',
        'every connection through socks-proxy, as bob:{secret:cookie}',
        'to the unix socket of socket',
        'with a certificate of the caller',
        'HTTP/2 where the origin offers it',
        'http through proxy, as ada:lovelace',
        'https through other-proxy',
        'without a proxy: other',
        "the caller's deadline passes as soon as a request has arrived at {other}/target",
      ],
      [
        'POST {home}/form',
        'body as FormData',
        'form field name: "Zoë"',
        'form field story: a Blob of type text/plain from a file: "once"',
        'the caller aborts before the call begins',
      ],
      ['POST {home}/blob', String.raw`body as a Blob of type text/plain: "a\nb"`],
      ['POST {home}/long', 'the caller aborts as soon as the answer of {home}/long has been sent', 'body: "ab", 500 times'],
      ['GET {home}/socket', 'through a WebSocket'],
      ['GET {home}/http-only', 'http through proxy', 'https without a proxy'],
    ]);
  });
});
