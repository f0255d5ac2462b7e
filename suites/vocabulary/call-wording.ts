import { isStreamed, type Abort, type Call, type Form, type HeaderShape, type Proxying, type RedirectHook } from './scenario.ts';

function proxyWords({ http, https, bypass = [] }: Proxying): readonly string[] {
  const use = ([scheme, { at, userinfo }]: readonly [string, Proxying['http']]): string =>
    `${scheme} through ${at}${userinfo ? `, as ${userinfo}` : ''}`;
  const hosts = bypass.length === 0 ? [] : [`through no proxy: ${bypass.join(', ')}`];
  return [...Object.entries({ http, https }).map(use), ...hosts];
}

/** In what the caller hands the fields over. */
export const shapeWords: Readonly<Record<HeaderShape, string>> = {
  object: 'an object',
  map: 'a Map',
  headers: 'a Headers object',
};

function hookWords({ add = [], throwAt, abortAt }: RedirectHook): readonly string[] {
  return [
    'told of each redirect before it is followed',
    ...add.map(([name, value]) => `then adds ${name}: ${value}`),
    ...(throwAt === undefined ? [] : [`throws at redirect ${throwAt}`]),
    ...(abortAt === undefined ? [] : [`gives up the call at redirect ${abortAt}`]),
  ];
}

function formWords(form: Form): readonly string[] {
  if (form.as === 'blob') return [`the body as a Blob of type ${form.type}: ${JSON.stringify(form.text)}`];
  const kind = form.as === 'multipart' ? 'FormData' : 'URLSearchParams';
  return [`the body as ${kind}`, ...form.fields.map(([name, value]) => `field ${name}: ${JSON.stringify(value)}`)];
}

function momentOf(on: Abort['on']): string {
  if (on === 'start') return 'before the call begins';
  return 'request' in on
    ? `as soon as a request has come to ${on.request}`
    : `as soon as the answer of ${on.answer} has gone out`;
}

const abortWords = (abort: Abort): string => `${'reason' in abort ? 'out of time' : 'gives up'} ${momentOf(abort.on)}`;

/** What a caller says beside method, URL, fields and a body in text: a line each, the caller being the subject. */
export function describeOptions(call: Call): readonly string[] {
  const { userinfo, auth, body, form, headerShape, redirect, maxRedirects, rewriteMethods, sensitiveHeaders, maxBytes } = call;
  const { through, onRedirect, http2, proxy, abort } = call;
  return [
    ...(through ? [through === 'websocket' ? 'through a WebSocket' : 'through an EventSource'] : []),
    ...(userinfo === undefined ? [] : [`${userinfo} as user name and password in the URL`]),
    ...(auth ? [`${auth.username}:${auth.password} as an option`] : []),
    ...(body !== undefined && isStreamed(body) ? ['the body as a stream that can be read once'] : []),
    ...(form ? formWords(form) : []),
    ...(redirect === undefined ? [] : [`redirect: ${redirect}`]),
    ...(maxRedirects === undefined ? [] : [`at most ${maxRedirects} redirects`]),
    ...(rewriteMethods === undefined ? [] : [`POST on 301 and 302: ${rewriteMethods ? 'becomes GET' : 'stays POST'}`]),
    ...(headerShape ? [`the fields in ${shapeWords[headerShape]}`] : []),
    ...(sensitiveHeaders ? [`sensitive: ${sensitiveHeaders.join(', ')}`] : []),
    ...(maxBytes === undefined ? [] : [`at most ${maxBytes} bytes`]),
    ...(onRedirect ? hookWords(onRedirect) : []),
    ...(http2 ? ['by HTTP/2 where the origin offers it'] : []),
    ...(proxy ? proxyWords(proxy) : []),
    ...(abort ? [abortWords(abort)] : []),
  ];
}
