/** How a script calls a client of JavaScript. */
export interface ScriptedClient {
  /** The package to install; none for what Node.js has. */
  readonly packageName?: string;
  readonly imports?: string;
  /** Members of a call that it has an option for, beside method, URL, fields and body. */
  readonly options: readonly ('redirect' | 'maxRedirects')[];
  /** Makes the call and leaves its `status` and the `text` of its body. */
  readonly call: string;
}

const byFetch = `const response = await fetch(url, { method, headers, body, redirect });
    const [status, text] = [response.status, await response.text()];`;

const byRequest = `const following = interceptors.redirect({ maxRedirections: maxRedirects ?? 20 });
    const dispatcher = redirect === 'manual' ? new Agent() : new Agent().compose(following);
    const response = await request(url, { method, headers, body, dispatcher });
    const [status, text] = [response.statusCode, await response.body.text()];`;

const byAxios = `const response = await axios({
      method, url, headers, data: body && Buffer.from(body), responseType: 'text', validateStatus: () => true,
      ...(redirect === 'manual' && { maxRedirects: 0 }), ...(maxRedirects !== undefined && { maxRedirects }),
    });
    const [status, text] = [response.status, response.data];`;

const byGot = `const response = await got(url, {
      method, headers, body, throwHttpErrors: false,
      ...(redirect === 'manual' && { followRedirect: false }), ...(maxRedirects !== undefined && { maxRedirects }),
    });
    const [status, text] = [response.statusCode, response.body];`;

const byNodeFetch = `const response = await fetch(url, { method, headers, body, redirect, follow: maxRedirects });
    const [status, text] = [response.status, await response.text()];`;

/** The clients for which there are scripts, by the name of their column. */
export const scriptedClients: Readonly<Record<string, ScriptedClient>> = {
  'node/fetch': { options: ['redirect'], call: byFetch },
  'undici/fetch': { packageName: 'undici', imports: "import { fetch } from 'undici';", options: ['redirect'], call: byFetch },
  'undici/request': {
    packageName: 'undici',
    imports: "import { Agent, interceptors, request } from 'undici';",
    options: ['redirect', 'maxRedirects'],
    call: byRequest,
  },
  'node-fetch': {
    packageName: 'node-fetch',
    imports: "import fetch from 'node-fetch';",
    options: ['redirect', 'maxRedirects'],
    call: byNodeFetch,
  },
  axios: { packageName: 'axios', imports: "import axios from 'axios';", options: ['redirect', 'maxRedirects'], call: byAxios },
  got: { packageName: 'got', imports: "import got from 'got';", options: ['redirect', 'maxRedirects'], call: byGot },
};
