import superagent from 'superagent';
import {
  type Client,
  type ClientRequest,
  type ClientSession,
  defineClient,
  fieldsOf,
  toHeadersObject,
} from '../../adapter/index.ts';
import { agentFor, type AgentsByScheme, overAgents } from './one-connection.ts';
import { versionOf } from './version.ts';

type Sender = Pick<superagent.Agent, 'get'> | typeof superagent;
type Pending = superagent.SuperAgentRequest;

/** superagent takes the path of a socket in the URL, where it replaces the host. */
function throughSocket(url: string, path: string): string {
  const { pathname, search } = new URL(url);
  return `http+unix://${encodeURIComponent(path)}${pathname}${search}`;
}

/** The parts of a form are fields and files for superagent, which makes the multipart body itself. */
async function sendMultipart(pending: Pending, form: FormData): Promise<void> {
  for (const [name, value] of form) {
    if (typeof value === 'string') pending.field(name, value);
    // One after the other: the parts have an order.
    // oxlint-disable-next-line no-await-in-loop
    else pending.attach(name, Buffer.from(await value.bytes()), { filename: value.name, contentType: value.type });
  }
}

/** superagent makes text of an object, and so of bytes, if the Content-Type is that of a form or of JSON. */
const unchanged = (bytes: unknown): string => bytes as string;

async function sendBody(pending: Pending, { body, form }: ClientRequest): Promise<void> {
  if (form instanceof FormData) await sendMultipart(pending, form);
  else if (form instanceof URLSearchParams) pending.type('form').send(form.toString());
  else if (form)
    pending
      .type(form.type)
      .serialize(unchanged)
      .send(Buffer.from(await form.bytes()));
  else if (body instanceof Uint8Array) pending.serialize(unchanged).send(Buffer.from(body));
}

/** When credentials of the option are sent: with the first request, or once a server has asked for them. */
type AuthOptions = { readonly type: 'basic' | 'auto' };

function configure(pending: Pending, request: ClientRequest, authOptions?: AuthOptions): void {
  const { headers, auth, query, redirect, maxBytes, clientCertificate } = request;
  const maxRedirects = redirect === 'manual' ? 0 : request.maxRedirects;
  for (const [name, value] of Object.entries(toHeadersObject(headers))) pending.set(name, value as string);
  if (auth) pending.auth(auth.username, auth.password, ...(authOptions ? [authOptions] : []));
  if (query) pending.query(Object.fromEntries(query));
  if (maxRedirects !== undefined) pending.redirects(maxRedirects);
  if (maxBytes !== undefined) pending.maxResponseSize(maxBytes);
  if (clientCertificate) pending.cert(clientCertificate.cert).key(clientCertificate.key);
}

/** An agent of superagent has a method for each method of HTTP; without one, the method is an argument. */
function begin(sender: Sender, method: string, url: string): Pending {
  if (typeof sender === 'function') return sender(method, url);
  const methods = sender as unknown as Readonly<Record<string, (url: string) => Pending>>;
  const start = methods[method.toLowerCase()];
  if (!start) throw new TypeError(`an agent of superagent has no method ${method}`);
  return start.call(sender, url);
}

/** How the calls of a scenario are made. */
interface Setup {
  readonly sender?: Sender;
  readonly authOptions?: AuthOptions | undefined;
  readonly agents?: AgentsByScheme | undefined;
}

const sendingBy = ({ sender = superagent, authOptions, agents }: Setup): ClientSession => ({
  async send(request, { signal }) {
    const { url, method, unixSocket } = request;
    const pending = begin(sender, method, unixSocket ? throughSocket(url, unixSocket) : url);
    configure(pending, request, authOptions);
    if (agents) pending.agent(agentFor(url, agents));
    await sendBody(pending, request);
    const abort = (): void => void pending.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    // Every status is a response: how superagent reports it is not about redirects.
    const response = await pending.ok(() => true).responseType('arraybuffer');
    const { status, headers, redirects } = response;
    const body = Buffer.isBuffer(response.body) ? new Uint8Array(response.body) : new Uint8Array();
    return { status, headers: fieldsOf(headers), body, url: redirects.at(-1) ?? url, redirected: redirects.length > 0 };
  },
});

/** An adapter for superagent. It has no limit of its own for HEAD: there it follows no redirect by default. */
export function superagentAdapter(name: string, authOptions?: AuthOptions): Client {
  const { send, open } = overAgents((agents) => sendingBy({ authOptions, agents }));
  return defineClient({
    name,
    version: versionOf('superagent'),
    capabilities: [
      'manual',
      'max-redirects',
      'auth',
      'query',
      'form',
      'max-bytes',
      'unix-socket',
      'client-certificate',
      'abort',
      'cookie-jar',
      'agent',
    ],
    send,
    open: (scenario) =>
      scenario.needs.includes('cookie-jar') ? sendingBy({ sender: superagent.agent(), authOptions }) : open(scenario),
  });
}
