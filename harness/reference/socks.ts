import { on } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';

/** What a proxy sends, however it is cut into packets. */
class Incoming {
  readonly #socket: net.Socket;
  readonly #arrivals: AsyncIterator<unknown>;

  constructor(socket: net.Socket) {
    this.#socket = socket;
    this.#arrivals = on(socket, 'readable', { close: ['end'] });
  }

  /** The next bytes. */
  async read(length: number): Promise<Buffer> {
    for (;;) {
      // Fewer bytes are the last ones.
      const bytes = this.#socket.read(length) as Buffer | null;
      if (bytes?.length === length) return bytes;
      if (bytes || (await this.#arrivals.next()).done) throw new Error('the SOCKS proxy closed the connection');
    }
  }

  /** Leaves what comes next to another reader. */
  async leave(): Promise<void> {
    await this.#arrivals.return?.();
  }
}

const NO_AUTHENTICATION = 0;
const USERNAME_PASSWORD = 2;
const IPV4 = 1;
const DOMAIN_NAME = 3;
const IPV6 = 4;

/** The result of a request, RFC 1928 section 6. The address behind it says nothing to a client that connects. */
async function resultOf(incoming: Incoming): Promise<number> {
  const [, result = -1, , kind] = await incoming.read(4);
  const [nameLength = 0] = kind === DOMAIN_NAME ? await incoming.read(1) : [];
  await incoming.read((kind === IPV4 ? 4 : kind === IPV6 ? 16 : nameLength) + 2);
  return result;
}

const sized = (text: string): Buffer => Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);

/** RFC 1928 section 3, and RFC 1929 where the URL of the proxy has user name and password. */
async function authenticate(socket: net.Socket, incoming: Incoming, { username, password }: URL): Promise<void> {
  const method = username === '' ? NO_AUTHENTICATION : USERNAME_PASSWORD;
  socket.write(Buffer.from([5, 1, method]));
  const [, chosen] = await incoming.read(2);
  if (chosen !== method) throw new Error('the SOCKS proxy wants another authentication');
  if (method === NO_AUTHENTICATION) return;
  const [name, secret] = [username, password].map((part) => sized(decodeURIComponent(part)));
  socket.write(Buffer.concat([Buffer.from([1]), name!, secret!]));
  const [, status] = await incoming.read(2);
  if (status !== 0) throw new Error('the SOCKS proxy does not accept the credentials');
}

/** The groups of an IPv6 address; `::` stands for the ones that are missing. */
function groupsIn(address: string): readonly number[] {
  const [before = [], after = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const missing = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...missing, ...after].map((group) => Number.parseInt(group, 16));
}

/** The host of a URL with its kind; RFC 1928 section 5. */
function addressOf(hostname: string): Buffer {
  if (net.isIPv4(hostname)) return Buffer.from([IPV4, ...hostname.split('.').map(Number)]);
  if (!hostname.startsWith('[')) return Buffer.concat([Buffer.from([DOMAIN_NAME]), sized(hostname)]);
  return Buffer.from([IPV6, ...groupsIn(hostname.slice(1, -1)).flatMap((group) => [group >> 8, group & 255])]);
}

/** A new connection to the origin of a URL through a SOCKS5 proxy, which is given the host name and looks it up. */
export async function connectBySocks({ protocol, hostname, port }: URL, proxy: URL): Promise<net.Socket> {
  const isSecure = protocol === 'https:';
  const socket = net.connect({ host: proxy.hostname, port: Number(proxy.port) });
  const incoming = new Incoming(socket);
  await authenticate(socket, incoming, proxy);
  const number = Number(port || (isSecure ? 443 : 80));
  socket.write(Buffer.concat([Buffer.from([5, 1, 0]), addressOf(hostname), Buffer.from([number >> 8, number & 255])]));
  const result = await resultOf(incoming);
  await incoming.leave();
  if (result !== 0) throw new Error(`the SOCKS proxy answers ${result}`);
  return isSecure ? tls.connect({ socket, servername: hostname }) : socket;
}
