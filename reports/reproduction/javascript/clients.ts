import type { CallInScript } from '../situation.ts';
import { quoted } from '../quoted.ts';
import { literal } from './literal.ts';

/** Members of a call for which a client has an option. */
export type CallOption = 'redirect' | 'maxRedirects' | 'auth';

/** How a script calls a client of JavaScript. */
export interface JavaScriptClient {
  readonly language: 'javascript';
  /** The package to install; none for what Node.js has. */
  readonly packageName?: string;
  readonly imports?: readonly string[];
  /** Members of a call that it has an option for, beside method, URL, fields and body. */
  readonly options: readonly CallOption[];
  /** Lines that make a call and return its status and the text of its body. */
  readonly call: (call: CallInScript) => readonly string[];
}

/** The options of a call: names, and expressions of JavaScript. An option without an expression is left out. */
type Options = Readonly<Record<string, string | undefined>>;

/** A function call whose last argument is an object, a member a line. */
function callOf(start: string, options: Options, end = ')'): readonly string[] {
  const members = Object.entries(options).filter(([, value]) => value !== undefined);
  return [`${start}{`, ...members.map(([name, value]) => `  ${name}: ${value},`), `}${end};`];
}

const given = (value: unknown): string | undefined => (value === undefined ? undefined : literal(value));

/** Fields as an object; a repeated name becomes a list. */
function fieldsObject({ headers }: CallInScript): string {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) values.set(name, [...(values.get(name) ?? []), value]);
  return literal(Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all])));
}

/** Fields as fetch takes them: those of one name stay apart only in a list. */
function fieldsForFetch({ headers }: CallInScript): string {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return literal(names.size < headers.length ? headers : Object.fromEntries(headers));
}

const bytes = ({ body }: CallInScript): string | undefined => (body === undefined ? undefined : `Buffer.from(${quoted(body)})`);

/** What every function with the interface of fetch takes. */
const init = (call: CallInScript): Options => ({
  method: quoted(call.method),
  headers: fieldsForFetch(call),
  body: bytes(call),
  redirect: given(call.redirect),
});

const returnText = 'return `${response.status}: ${await response.text()}`;';

/** A client with the interface of fetch. */
const likeFetch = (
  packageName: string | undefined,
  imports: readonly string[],
  start: (url: string) => string = (url) => `fetch(${url}, `,
  more: Options = {},
): JavaScriptClient => ({
  language: 'javascript',
  ...(packageName !== undefined && { packageName }),
  imports,
  options: ['redirect'],
  call: (call) => [...callOf(`const response = await ${start(quoted(call.url))}`, { ...init(call), ...more }), returnText],
});

/** A client with the interface of fetch, and an option `follow` for the limit. */
const likeNodeFetch = (packageName: string): JavaScriptClient => ({
  ...likeFetch(packageName, [`import fetch from '${packageName}';`]),
  options: ['redirect', 'maxRedirects'],
  call: (call) => [
    ...callOf(`const response = await fetch(${quoted(call.url)}, `, { ...init(call), follow: given(call.maxRedirects) }),
    returnText,
  ],
});

/** `request` of undici; without the interceptor it follows nothing. */
const undiciRequest = (more: Options = {}): JavaScriptClient => ({
  language: 'javascript',
  packageName: 'undici',
  imports: ["import { Agent, interceptors, request } from 'undici';"],
  options: ['redirect', 'maxRedirects'],
  call(call) {
    const limit: Options = { maxRedirections: String(call.maxRedirects ?? 20), ...more };
    const members = Object.entries(limit).map(([name, value]) => `${name}: ${value}`);
    const following = `.compose(interceptors.redirect({ ${members.join(', ')} }))`;
    return [
      ...callOf(`const response = await request(${quoted(call.url)}, `, {
        method: quoted(call.method),
        headers: fieldsObject(call),
        body: bytes(call),
        dispatcher: `new Agent()${call.redirect === 'manual' ? '' : following}`,
      }),
      'return `${response.statusCode}: ${await response.body.text()}`;',
    ];
  },
});

const axiosOptions = (call: CallInScript): Options => ({
  method: quoted(call.method),
  url: quoted(call.url),
  headers: fieldsObject(call),
  data: bytes(call),
  auth: given(call.auth),
  responseType: "'text'",
  transformResponse: '(text) => text',
  validateStatus: '() => true',
});

const axiosClient = (options: readonly CallOption[], more: (call: CallInScript) => Options): JavaScriptClient => ({
  language: 'javascript',
  packageName: 'axios',
  imports: ["import axios from 'axios';"],
  options,
  call: (call) => [
    ...callOf('const response = await axios(', { ...axiosOptions(call), ...more(call) }),
    'return `${response.status}: ${response.data}`;',
  ],
});

const limitFor = ({ redirect, maxRedirects }: CallInScript): string | undefined =>
  redirect === 'manual' ? '0' : given(maxRedirects);

/** The loop that callers write around a client which follows nothing. */
const axiosOwnLoop: JavaScriptClient = {
  ...axiosClient(['auth'], () => ({})),
  call: (call) => [
    ...callOf('const options = ', { ...axiosOptions(call), maxRedirects: '0' }, ''),
    'for (let count = 0; count <= 10; count += 1) {',
    '  const response = await axios(options);',
    '  const { location } = response.headers;',
    '  if (response.status < 300 || response.status > 399 || !location) return `${response.status}: ${response.data}`;',
    "  Object.assign(options, { method: 'GET', url: new URL(location, options.url).href, data: undefined });",
    '}',
    "throw new Error('Too many redirects');",
  ],
};

const gotClient = (more: Options = {}): JavaScriptClient => ({
  language: 'javascript',
  packageName: 'got',
  imports: ["import got from 'got';"],
  options: ['redirect', 'maxRedirects', 'auth'],
  call: (call) => [
    ...callOf(`const response = await got(${quoted(call.url)}, `, {
      method: quoted(call.method),
      headers: fieldsObject(call),
      body: bytes(call),
      username: given(call.auth?.username),
      password: given(call.auth?.password),
      followRedirect: call.redirect === 'manual' ? 'false' : undefined,
      maxRedirects: given(call.maxRedirects),
      throwHttpErrors: 'false',
      ...more,
    }),
    'return `${response.statusCode}: ${response.body}`;',
  ],
});

const needleClient = (more: Options = {}): JavaScriptClient => ({
  language: 'javascript',
  packageName: 'needle',
  imports: ["import needle from 'needle';"],
  options: ['redirect', 'maxRedirects', 'auth'],
  call: (call) => [
    ...callOf(`const response = await needle(${quoted(call.method)}, ${quoted(call.url)}, ${bytes(call) ?? 'null'}, `, {
      headers: fieldsObject(call),
      username: given(call.auth?.username),
      password: given(call.auth?.password),
      parse_response: 'false',
      ...more,
      ...(limitFor(call) !== undefined && { follow_max: limitFor(call) }),
    }),
    'return `${response.statusCode}: ${response.raw}`;',
  ],
});

const superagent: JavaScriptClient = {
  language: 'javascript',
  packageName: 'superagent',
  imports: ["import superagent from 'superagent';"],
  options: ['redirect', 'maxRedirects', 'auth'],
  call(call) {
    const limit = limitFor(call);
    const steps = [
      ...call.headers.map(([name, value]) => `.set(${quoted(name)}, ${quoted(value)})`),
      ...(call.auth ? [`.auth(${quoted(call.auth.username)}, ${quoted(call.auth.password)})`] : []),
      ...(limit === undefined ? [] : [`.redirects(${limit})`]),
      ...(call.body === undefined ? [] : [`.serialize((bytes) => bytes)`, `.send(${bytes(call)})`]),
      '.ok(() => true)',
      ".responseType('arraybuffer');",
    ];
    return [
      `const response = await superagent(${quoted(call.method)}, ${quoted(call.url)})`,
      ...steps.map((step) => `  ${step}`),
      "return `${response.status}: ${Buffer.isBuffer(response.body) ? response.body : ''}`;",
    ];
  },
};

/** The documentation of Node.js tells to state the length of a body that is known. */
function withLength(call: CallInScript): CallInScript {
  const { headers, body } = call;
  const isStated = body === undefined || headers.some(([name]) => name.toLowerCase() === 'content-length');
  const length = String(new TextEncoder().encode(body).length);
  return isStated ? call : { ...call, headers: [...headers, ['Content-Length', length]] };
}

/** A client with the interface of \`node:http\`. */
const likeNode = (
  packageName: string | undefined,
  imports: (scheme: string) => string,
  options: readonly CallOption[],
  more: (call: CallInScript) => Options,
): JavaScriptClient => ({
  language: 'javascript',
  ...(packageName !== undefined && { packageName }),
  options,
  call(call) {
    const scheme = call.url.startsWith('https:') ? 'https' : 'http';
    return [
      ...callOf(`const sent = ${imports(scheme)}.request(${quoted(call.url)}, `, {
        method: quoted(call.method),
        headers: fieldsObject(withLength(call)),
        auth: call.auth && quoted(`${call.auth.username}:${call.auth.password}`),
        ...more(call),
      }),
      `sent.end(${bytes(call) ?? ''});`,
      "const [response] = await once(sent, 'response');",
      'return `${response.statusCode}: ${Buffer.concat(await response.toArray())}`;',
    ];
  },
});

/** The clients of JavaScript for which there are scripts, by the name of their column. */
export const javascriptClients: Readonly<Record<string, JavaScriptClient>> = {
  'node/fetch': likeFetch(undefined, []),
  'node/https': likeNode(
    undefined,
    (scheme) => scheme,
    ['redirect', 'auth'],
    () => ({}),
  ),
  'undici/fetch': likeFetch('undici', ["import { fetch } from 'undici';"]),
  'undici/request': undiciRequest(),
  'undici/request+throw-on-max-redirect': undiciRequest({ throwOnMaxRedirect: 'true' }),
  'node-fetch': likeNodeFetch('node-fetch'),
  axios: axiosClient(['redirect', 'maxRedirects', 'auth'], (call) => ({ maxRedirects: limitFor(call) })),
  'axios/fetch': axiosClient(['redirect', 'auth'], ({ redirect }) => ({
    adapter: "'fetch'",
    fetchOptions: redirect && `{ redirect: ${quoted(redirect)} }`,
  })),
  'axios+own-loop': axiosOwnLoop,
  got: gotClient(),
  'got+method-rewriting': gotClient({ methodRewriting: 'true' }),
  'got+http2': gotClient({ http2: 'true' }),
  ky: likeFetch('ky', ["import ky from 'ky';"], (url) => `ky(${url}, `, {
    throwHttpErrors: 'false',
    retry: '{ delay: () => 0 }',
  }),
  ofetch: {
    ...likeFetch('ofetch', ["import { ofetch } from 'ofetch';"]),
    call: (call) => [
      ...callOf(`const response = await ofetch.raw(${quoted(call.url)}, `, {
        ...init(call),
        responseType: "'arrayBuffer'",
        ignoreResponseError: 'true',
      }),
      "return `${response.status}: ${Buffer.from(response._data ?? '')}`;",
    ],
  },
  wretch: likeFetch('wretch', ["import wretch from 'wretch';"], (url) => `wretch().url(${url}).toFetch()('', `),
  superagent,
  'follow-redirects': {
    ...likeNode(
      'follow-redirects',
      (scheme) => `followRedirects.${scheme}`,
      ['redirect', 'maxRedirects', 'auth'],
      (call) => ({
        followRedirects: call.redirect === 'manual' ? 'false' : undefined,
        maxRedirects: given(call.maxRedirects),
      }),
    ),
    imports: ["import followRedirects from 'follow-redirects';"],
  },
  'make-fetch-happen': likeNodeFetch('make-fetch-happen'),
  needle: needleClient(),
  'needle+follow-max': needleClient({ follow_max: '10' }),
};
