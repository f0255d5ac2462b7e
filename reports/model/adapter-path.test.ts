import { expect, test } from 'vitest';
import { sampleColumn } from '../sample.fixture.ts';
import { adapterPath } from './adapter-path.ts';

test.for<[client: string, path: string | undefined]>([
  ['./client.ts', './client.ts'],
  ['/work/client', '/work/client'],
  ['client.mjs', 'client.mjs'],
  [String.raw`C:\work\client.ts`, String.raw`C:\work\client.ts`],
  ['exec:python3 clients/client.py --fast', 'clients/client.py'],
  ['exec:./client --fast', './client'],
  ['exec:client', undefined],
  ['undici/fetch', undefined],
  ['undici/fetch@1.7.2', undefined],
])('the path of the adapter of %s is %s', ([client, path]) => {
  expect(adapterPath({ ...sampleColumn('x'), client })).toBe(path);
});
