import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Cell } from '../../suites/vocabulary/result.ts';
import { userFolder } from '../fixtures/command-line.ts';
import { root } from '../installation.ts';

// Adapters for clients as teams write them, each in a project with settings of its own.

/** TypeScript that Node.js does not strip, decorators of the kind that tsconfig names, and imports by an alias of it. */
const decorated = {
  'decorated/package.json': '{ "type": "module" }',
  'decorated/tsconfig.json': JSON.stringify({
    compilerOptions: { experimentalDecorators: true, emitDecoratorMetadata: true, paths: { '@http/*': ['./src/http/*'] } },
  }),
  'decorated/src/http/logged.ts': `
export const calls: string[] = [];

export function Logged(target: object, name: string, descriptor: PropertyDescriptor): void {
  const method = descriptor.value;
  descriptor.value = function (this: unknown, ...args: unknown[]) {
    calls.push(name);
    return method.apply(this, args);
  };
}
`,
  'decorated/src/http/http-client.ts': `
import { Logged } from '@http/logged';

export enum Mode { Follow = 'follow', Manual = 'manual' }

export interface TokenProvider { token(): Promise<string | undefined> }

export class HttpClient {
  readonly #tokens: TokenProvider;
  constructor(private readonly mode: Mode, tokens: TokenProvider) { this.#tokens = tokens; }

  @Logged
  async request(url: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    const token = await this.#tokens.token();
    if (token) headers.set('Authorization', token);
    return fetch(url, { ...init, headers, redirect: this.mode });
  }
}
`,
  'decorated/adapter.ts': `
import { defineClient, type Send } from 'redirect-conformance';
import { HttpClient, Mode } from '@http/http-client';
import { calls } from '@http/logged';

class Tokens {
  current: string | undefined;
  async token() { return this.current; }
}

function session(): { send: Send } {
  const tokens = new Tokens();
  const client = new HttpClient(Mode.Follow, tokens);
  return {
    async send({ url, method, headers, body }, { signal }) {
      const isCredential = ([name]: [string, string]) => name.toLowerCase() === 'authorization';
      tokens.current = headers.find(isCredential)?.[1];
      const rest = headers.filter((field) => !isCredential(field));
      const response = await client.request(url, { method, headers: rest, body: body as BodyInit, signal });
      if (calls.length === 0) throw new Error('the decorator did nothing');
      return { status: response.status, headers: [...response.headers], body: new Uint8Array(await response.arrayBuffer()) };
    },
  };
}

export default defineClient({
  name: 'decorated class with a token provider',
  version: '1',
  follows: true,
  open: session,
  send: () => Promise.reject(new Error('open creates the client')),
});
`,
};

/** \`import\` in TypeScript that belongs to a package of CommonJS, and imports without extension. */
const commonJs = {
  'commonjs/package.json': '{ "type": "commonjs" }',
  'commonjs/http.ts': `
import axios from 'axios';

export const http = axios.create({ headers: { 'X-Team': 'in-house' } });
export const version: string = axios.VERSION;
`,
  'commonjs/adapter.ts': `
import { fromAxios } from 'redirect-conformance';
import { http, version } from './http';

export default fromAxios(http, { name: 'CommonJS around axios', version });
`,
  'commonjs/required.cjs': `
const { request } = require('undici');

module.exports = {
  name: 'required undici that follows by hand',
  version: '1',
  follows: true,
  async send({ url, method, headers, body }, { signal }, hops = 5) {
    const response = await request(url, { method, headers: headers.flat(), body, signal });
    const { location } = response.headers;
    if (response.statusCode < 400 && location && hops > 0) {
      await response.body.dump();
      return this.send({ url: new URL(location, url).href, method, headers, body }, { signal }, hops - 1);
    }
    const fields = Object.entries(response.headers).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
    return { status: response.statusCode, headers: fields, body: new Uint8Array(await response.body.arrayBuffer()) };
  },
};
`,
};

/** A package of the workspace is a link to its source. */
const monorepo = {
  'monorepo/packages/http/package.json': '{ "name": "@acme/http", "type": "module", "exports": "./src/index.ts" }',
  'monorepo/packages/http/src/index.ts': `
import got from 'got';

export enum Retries { None = 0 }
export const http = got.extend({ retry: { limit: Retries.None } });
`,
  'monorepo/packages/gate/package.json': '{ "type": "module" }',
  'monorepo/packages/gate/adapter.ts': `
import { fromGot } from 'redirect-conformance';
import { http } from '@acme/http';

export default fromGot(http, { name: 'workspace package around got', version: '1' });
`,
};

/** JavaScript around the modules of Node.js, without any import of this project. */
const plain = {
  'plain/package.json': '{ "type": "module" }',
  'plain/adapter.js': `
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';

const ask = (url, { body, ...options }) =>
  new Promise((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    request(url, options, resolve).on('error', reject).end(body);
  });

export default {
  name: 'node:http that follows by hand',
  version: '1',
  follows: true,
  methods: ['GET', 'POST'],
  async send({ url, method, headers, body }, { signal }) {
    let current = url;
    for (let hops = 0; ; hops += 1) {
      const response = await ask(current, { method, headers: headers.flat(), body, signal });
      const content = await text(response);
      const { location } = response.headers;
      if (response.statusCode >= 400 || location === undefined || hops === 5) {
        const fields = Array.from({ length: response.rawHeaders.length / 2 }, (_, i) => response.rawHeaders.slice(2 * i, 2 * i + 2));
        return { status: response.statusCode, headers: fields, body: new TextEncoder().encode(content), url: current };
      }
      current = new URL(location, current).href;
    }
  },
};
`,
};

/** Two checks that every one of them must have a finding for, and in which they differ. */
const REPLAYED = 'method-matrix/307-post#request@target';
const LEAKED = 'cross-host-auth/host-307#canary:authorization@other';

const expected: readonly (readonly [file: string, name: string, replayed: string, leaked: string])[] = [
  ['decorated/adapter.ts', 'decorated class with a token provider', 'POST, same body', 'absent'],
  ['commonjs/adapter.ts', 'CommonJS around axios', 'POST, same body', 'absent'],
  ['commonjs/required.cjs', 'required undici that follows by hand', 'POST, same body', 'sent'],
  ['monorepo/packages/gate/adapter.ts', 'workspace package around got', 'POST, same body', 'absent'],
  ['plain/adapter.js', 'node:http that follows by hand', 'POST, same body', 'sent'],
];

function link(folder: string, name: string, target: string): void {
  const path = join(folder, 'node_modules', name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'dir');
}

test('every kind of code is loaded and runs', async () => {
  await using folder = await userFolder({ ...decorated, ...commonJs, ...monorepo, ...plain });
  link(folder.path, 'redirect-conformance', root);
  for (const name of ['axios', 'got', 'undici']) link(folder.path, name, join(root, 'node_modules', name));
  link(join(folder.path, 'monorepo'), '@acme/http', join(folder.path, 'monorepo/packages/http'));
  const clients = expected.map(([file]) => `--client=./${file}`);
  const { stderr } = await folder.run(...clients, '--scenario=method-matrix/307-post,cross-host-auth/host-307');
  expect(stderr).toBe('');
  const { cells } = await folder.results();
  expect(cells.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  const checks = Map.groupBy(cells, ({ column }) => column);
  const findingsOf = (name: string): readonly unknown[] => {
    const results = Object.assign({}, ...(checks.get(name) ?? []).map((cell) => cell.checks)) as Cell['checks'];
    return [REPLAYED, LEAKED].map((id) => results[id]?.finding);
  };
  expect(expected.map(([, name]) => [name, ...findingsOf(name)])).toEqual(
    expected.map(([, name, ...findings]) => [name, ...findings.map((value) => ({ value }))]),
  );
});
