import { once } from 'node:events';
import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyClient, RedirectLoopError, type RequestOptions, ruleBooks, TooManyRedirects } from './index.ts';

// What a caller of a policy client sees. The catalogue has the rest: reference.test.ts runs every rule book through it.

const coders = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

let paths: string[] = [];

/** `/302/5` redirects five times; `/loop` to itself; `/coded/br` has a coded body; everything else answers what arrived. */
const listener: RequestListener = ({ method, url = '', headers }, response) => {
  paths.push(url);
  const [, kind = '', rest = ''] = url.split('/');
  if (kind === 'loop') return void response.writeHead(307, { Location: url }).end();
  if (kind === 'coded') {
    const body = coders[rest as keyof typeof coders]('text in a body');
    return void response.writeHead(200, { 'Content-Encoding': rest }).end(body);
  }
  const left = Number(rest);
  if (left > 0) return void response.writeHead(Number(kind), { Location: `/${kind}/${left - 1}` }).end();
  response.end(JSON.stringify([method, headers['content-type'], headers['x-hop']]));
};

const server = http.createServer(listener);
let origin: string;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const client = policyClient('adr-016');

/** Calls the server from the beginning of its list of paths. */
function request(method: string, path: string, options?: RequestOptions): ReturnType<typeof client.request> {
  paths = [];
  return client.request(method, origin + path, options);
}

const textOf = ({ body }: { readonly body: Uint8Array }): string => new TextDecoder().decode(body);

describe('a call by ADR-016', () => {
  test('follows, and keeps the chain in its history', async () => {
    const response = await request('POST', '/302/2', { body: new URLSearchParams({ a: '1' }) });
    expect(response).toMatchObject({ status: 200, url: `${origin}/302/0`, redirected: true });
    expect(response.history).toMatchObject([
      { status: 302, url: `${origin}/302/2` },
      { status: 302, url: `${origin}/302/1` },
    ]);
    expect(textOf(response)).toBe('["GET",null,null]');
  });

  test('sends text and forms with their Content-Type, unless the caller has one', async () => {
    const types = async (options: RequestOptions): Promise<unknown> =>
      JSON.parse(textOf(await request('PUT', '/308/1', options)));
    expect(await types({ body: 'text' })).toEqual(['PUT', 'text/plain;charset=UTF-8', null]);
    expect(await types({ body: '{}', headers: { 'content-type': 'application/json' } })).toEqual([
      'PUT',
      'application/json',
      null,
    ]);
  });

  test('returns the first redirect without allow_redirects', async () => {
    expect(await request('GET', '/302/2', { allow_redirects: false })).toMatchObject({
      status: 302,
      redirected: false,
      history: [],
    });
    expect(paths).toEqual(['/302/2']);
  });

  test('follows thirty redirects, and no more', async () => {
    expect((await request('GET', '/302/30')).history).toHaveLength(30);
    await expect(request('GET', '/302/31')).rejects.toThrow(TooManyRedirects);
    expect(paths).toHaveLength(31);
  });

  test('follows as many as max_redirects', async () => {
    await expect(request('GET', '/302/3', { max_redirects: 2 })).rejects.toThrow('more than 2 redirects');
    expect((await request('GET', '/302/40', { max_redirects: Infinity })).history).toHaveLength(40);
  });

  test('ends at once at a URL that it has visited', async () => {
    await expect(request('POST', '/loop', { body: 'x' })).rejects.toThrow(RedirectLoopError);
    expect(paths).toEqual(['/loop']);
  });

  test('adds what on_redirect returns', async () => {
    const response = await request('GET', '/302/1', { on_redirect: ({ status, url }) => [['X-Hop', `${status} ${url}`]] });
    expect(JSON.parse(textOf(response))).toEqual(['GET', null, `302 ${origin}/302/1`]);
  });

  test.for(Object.keys(coders))('decodes %s', async (coding) => {
    expect(textOf(await request('GET', `/coded/${coding}`))).toBe('text in a body');
  });

  test('ends with the reason of its signal', async () => {
    await expect(request('GET', '/302/1', { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

describe('a call is refused', () => {
  test.for<[what: string, options: object, message: string]>([
    ['for an option that would be ignored', { allowRedirects: false }, 'no such option: allowRedirects; there are headers, body'],
    ['for text in place of a boolean', { allow_redirects: 'no' }, 'allow_redirects is true or false, not no'],
    ['for a negative limit', { max_redirects: -1 }, 'max_redirects is a number of redirects, not -1'],
    ['for a limit that is no number', { max_redirects: '3' }, 'max_redirects is a number of redirects, not 3'],
  ])('%s', async ([, options, message]) => {
    await expect(request('GET', '/302/1', options)).rejects.toThrow(message);
    expect(paths).toEqual([]);
  });

  test.for([
    ['example.com/a', 'not an absolute URL: example.com/a'],
    ['ftp://example.com/', 'unsupported protocol: ftp:'],
  ] as const)('for the URL %s', async ([url, message]) => {
    await expect(client.request('GET', url)).rejects.toThrow(message);
  });
});

test('a policy of your own is a rule book with other decisions', async () => {
  const ours = policyClient({ ...ruleBooks.fetch, name: 'ours', limit: 1 });
  expect(ours.name).toBe('policy/ours');
  await expect(ours.request('GET', `${origin}/302/2`)).rejects.toThrow('more than 1 redirects');
});

test.for<[what: string, changes: object, message: string]>([
  ['leaves a decision out', { visitOf: undefined }, 'the policy has no function visitOf; start from a rule book'],
  ['has a decision that nobody asks for', { visitof: () => 'a' }, 'no such decision: visitof; there are name, limit, '],
  ['has a limit that is none', { limit: Number.NaN }, 'limit is a number of redirects, not NaN'],
])('a policy is refused that %s', ([, changes, message]) => {
  expect(() => policyClient({ ...ruleBooks.fetch, ...changes })).toThrow(message);
});

test('a name that is no rule book is refused', () => {
  expect(() => policyClient('adr-17' as 'adr-016')).toThrow(
    'no such rule book: adr-17; there are fetch, rfc9110, adr-016, strict',
  );
});
