import { describe, expect, test } from 'vitest';
import type { ClientRequest } from './client.ts';
import { fromAxios } from './from-axios.ts';
import { fromFetch } from './from-fetch.ts';
import { fromGot } from './from-got.ts';

const request = (more: Partial<ClientRequest> = {}): ClientRequest => ({
  method: 'GET',
  url: 'http://home.test/start',
  headers: [],
  body: undefined,
  ...more,
});
const { signal } = new AbortController();

describe('fromFetch passes the fields', () => {
  /** The fields that a function with the interface of fetch is called with. */
  async function passed(more: Partial<ClientRequest>): Promise<unknown> {
    let headers: unknown;
    const client = fromFetch('any', '1', async (_, init) => {
      ({ headers } = init);
      return new Response('');
    });
    await client.send(request(more), { signal });
    return headers;
  }

  test('as an object if no name repeats', async () => {
    const headers: ClientRequest['headers'] = [
      ['X-A', '1'],
      ['x-b', '2'],
    ];
    expect(await passed({ headers })).toEqual({ 'X-A': '1', 'x-b': '2' });
  });

  test('as pairs if a name repeats, whatever its case', async () => {
    const headers: ClientRequest['headers'] = [
      ['X-A', '1'],
      ['x-a', '2'],
    ];
    expect(await passed({ headers })).toEqual(headers);
  });

  test('in the shape that is asked for', async () => {
    expect(await passed({ headers: [['X-A', '1']], headerShape: 'map' })).toEqual(new Map([['X-A', '1']]));
  });
});

describe('fromAxios declares what the version can do:', () => {
  const instance = { request: () => Promise.reject(new Error('not called')) };

  test.for<[version: string | undefined, can: readonly string[], cannot: readonly string[]]>([
    [undefined, ['manual', 'abort', 'on-redirect'], ['form', 'sensitive-headers']],
    ['0.27.2', ['manual', 'abort'], ['form', 'on-redirect', 'sensitive-headers']],
    ['1.0.0', ['manual', 'abort', 'on-redirect'], ['form', 'sensitive-headers']],
    ['1.6.6', ['form', 'on-redirect'], ['sensitive-headers']],
    ['1.7.0-beta.0', ['form', 'on-redirect'], ['sensitive-headers']],
    ['1.21.1', ['form', 'on-redirect', 'sensitive-headers'], []],
    ['2.0.0', ['form', 'on-redirect', 'sensitive-headers'], []],
  ])('version %s', ([version, can, cannot]) => {
    const { capabilities = [] } = fromAxios(instance, { ...(version !== undefined && { version }) });
    expect(capabilities).toEqual(expect.arrayContaining([...can]));
    expect(capabilities.filter((name) => cannot.includes(name))).toEqual([]);
  });

  test('where the hook gets no URL of the redirect, it is the URL of the request before', async () => {
    const urls: string[] = [];
    const calling = {
      async request(config: object) {
        const { beforeRedirect } = config as { beforeRedirect: (...args: unknown[]) => void };
        beforeRedirect({ headers: {}, href: 'http://home.test/next' }, { statusCode: 302 });
        beforeRedirect({ headers: {}, href: 'http://home.test/last' }, { statusCode: 302 });
        return { status: 200, headers: {}, data: new ArrayBuffer() };
      },
    };
    const onRedirect: NonNullable<ClientRequest['onRedirect']> = ({ url }) => {
      urls.push(url);
      return [];
    };
    await fromAxios(calling, { version: '1.6.6' }).send(request({ onRedirect }), { signal });
    expect(urls).toEqual(['http://home.test/start', 'http://home.test/next']);
  });
});

test.for<[version: string | undefined, can: readonly string[], cannot: readonly string[]]>([
  [undefined, ['abort', 'form', 'http2'], []],
  ['11.8.6', ['manual', 'rewrite-methods'], ['abort', 'form', 'http2']],
  ['14.6.6', ['abort', 'form'], ['http2']],
  ['16.1.0', ['abort', 'form', 'http2'], []],
])('fromGot declares what version %s can do', ([version, can, cannot]) => {
  const instance = (): Promise<never> => Promise.reject(new Error('not called'));
  const { capabilities = [] } = fromGot(instance, { ...(version !== undefined && { version }) });
  expect(capabilities).toEqual(expect.arrayContaining([...can]));
  expect(capabilities.filter((name) => cannot.includes(name))).toEqual([]);
});
