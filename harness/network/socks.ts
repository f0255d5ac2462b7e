import type { Socket } from 'node:net';

/** What a connection through a SOCKS proxy is asked for. */
interface Target {
  /** A host name, or an address without brackets. */
  readonly host: string;
  readonly port: number;
}

/** User name and password. */
export type SocksCredentials = readonly [username: string, password: string];

/** What a SOCKS proxy decides on. */
interface SocksProxy {
  /** The credentials that it accepts. If there are none, it asks for none. */
  readonly credentials: readonly SocksCredentials[];
  /** What takes the connection over; undefined for an unknown target. */
  readonly connect: (target: Target) => TakeOver | undefined | Promise<TakeOver | undefined>;
}

type TakeOver = (socket: Socket) => void;

const VERSION = 5;
const NO_AUTHENTICATION = 0;
const USERNAME_PASSWORD = 2;
const NO_ACCEPTABLE_METHODS = 0xff;
const IPV4 = 1;
const DOMAIN_NAME = 3;
const IPV6 = 4;

/** RFC 1928 section 6: the result, and no address of the proxy. */
const reply = (result: number): Buffer => Buffer.from([VERSION, result, 0, IPV4, 0, 0, 0, 0, 0, 0]);
const SUCCEEDED = reply(0);
const HOST_UNREACHABLE = reply(4);
const ADDRESS_TYPE_NOT_SUPPORTED = reply(8);

/** RFC 1929 section 2: the version of this negotiation, and the status. */
const CREDENTIALS_ACCEPTED = Buffer.from([1, 0]);
const CREDENTIALS_REFUSED = Buffer.from([1, 1]);

/** The length of a greeting that starts with these bytes, RFC 1928 section 3. */
const greetingLength = ([, methods = 0]: Buffer): number => 2 + methods;

/** The length of user name and password that start with these bytes, RFC 1929 section 2. */
const credentialsLength = (start: Buffer): number => {
  const [, username = 0] = start;
  return 3 + username + (start[2 + username] ?? 0);
};

function credentialsIn(message: Buffer): SocksCredentials {
  const end = 2 + (message[1] ?? 0);
  return [message.toString('utf8', 2, end), message.toString('utf8', end + 1)];
}

/** The length of a request that starts with these bytes, RFC 1928 section 4. A kind of address that does not exist ends the request. */
function requestLength({ 3: kind = DOMAIN_NAME, 4: name = 0 }: Buffer): number {
  if (kind === IPV4) return 10;
  if (kind === IPV6) return 22;
  return kind === DOMAIN_NAME ? 7 + name : 4;
}

/** An IPv6 address as URLs write it. */
function ipv6In(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(2 * index).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

/** The target of a request; undefined for a kind of address that does not exist. */
function targetOf(request: Buffer): Target | undefined {
  const address = request.subarray(4, -2);
  const hosts: Readonly<Record<number, () => string>> = {
    [IPV4]: () => address.join('.'),
    [DOMAIN_NAME]: () => address.toString('latin1', 1),
    [IPV6]: () => ipv6In(address),
  };
  const host = hosts[request[3] ?? 0]?.();
  return host === undefined ? undefined : { host, port: request.readUInt16BE(request.length - 2) };
}

/** Takes the next message off a connection once it is whole, however it was cut into packets. */
function receive(socket: Socket, lengthOf: (start: Buffer) => number, use: (message: Buffer) => void): void {
  let bytes = Buffer.alloc(0);
  const collect = (chunk: Buffer): void => {
    bytes = Buffer.concat([bytes, chunk]);
    const length = lengthOf(bytes);
    if (bytes.length < length) return;
    socket.off('data', collect).pause();
    socket.unshift(bytes.subarray(length));
    use(bytes.subarray(0, length));
  };
  socket.on('data', collect).resume();
}

/** Asks for credentials if the proxy accepts only some. RFC 1929 section 2: after a failure the connection ends. */
function authenticate(socket: Socket, credentials: SocksProxy['credentials'], next: () => void): void {
  const isAccepted = ([username, password]: SocksCredentials): boolean =>
    credentials.some((accepted) => accepted[0] === username && accepted[1] === password);
  receive(socket, greetingLength, (greeting) => {
    const method = credentials.length === 0 ? NO_AUTHENTICATION : USERNAME_PASSWORD;
    if (!greeting.subarray(2).includes(method)) return void socket.end(Buffer.from([VERSION, NO_ACCEPTABLE_METHODS]));
    socket.write(Buffer.from([VERSION, method]));
    if (method === NO_AUTHENTICATION) return next();
    receive(socket, credentialsLength, (message) => {
      if (!isAccepted(credentialsIn(message))) return void socket.end(CREDENTIALS_REFUSED);
      socket.write(CREDENTIALS_ACCEPTED);
      next();
    });
  });
}

/** Serves a connection to a SOCKS5 proxy: the negotiation, and one request to connect. Then `connect` says what takes the connection over. */
export function serveSocks(socket: Socket, { credentials, connect }: SocksProxy): void {
  authenticate(socket, credentials, () => {
    receive(socket, requestLength, (request) => {
      const target = targetOf(request);
      if (!target) return void socket.end(ADDRESS_TYPE_NOT_SUPPORTED);
      void Promise.resolve(connect(target)).then((takeOver) => {
        if (!takeOver) return void socket.end(HOST_UNREACHABLE);
        socket.write(SUCCEEDED);
        takeOver(socket);
      });
    });
  });
}
