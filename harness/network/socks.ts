import type { Socket } from 'node:net';

/** What a connection through a SOCKS proxy is asked for. */
interface Target {
  readonly host: string;
  readonly port: number;
}

const VERSION = 5;
const DOMAIN_NAME = 3;
const NO_AUTHENTICATION = Buffer.from([VERSION, 0]);

/** RFC 1928 section 6: the result, and no address of the proxy. */
const reply = (result: number): Buffer => Buffer.from([VERSION, result, 0, 1, 0, 0, 0, 0, 0, 0]);
const SUCCEEDED = reply(0);
const HOST_UNREACHABLE = reply(4);

/** The length of a greeting that starts with these bytes, RFC 1928 section 3. */
const greetingLength = ([, methods = 0]: Buffer): number => 2 + methods;

/** The length of a request that starts with these bytes, RFC 1928 section 4. Only a host name is read; any other address ends the request. */
const requestLength = ({ 3: kind = DOMAIN_NAME, 4: name = 0 }: Buffer): number => (kind === DOMAIN_NAME ? 7 + name : 4);

/** The target of a request by host name; undefined for any other kind of address. */
function targetOf(request: Buffer): Target | undefined {
  if (request[3] !== DOMAIN_NAME) return undefined;
  return { host: request.toString('latin1', 5, request.length - 2), port: request.readUInt16BE(request.length - 2) };
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

/** Serves a connection to a SOCKS5 proxy: one greeting, and one request to connect. Then `connect` takes the connection over, if it knows the target. */
export function serveSocks(socket: Socket, connect: (target: Target) => ((socket: Socket) => void) | undefined): void {
  receive(socket, greetingLength, () => {
    socket.write(NO_AUTHENTICATION);
    receive(socket, requestLength, (request) => {
      const target = targetOf(request);
      const takeOver = target && connect(target);
      if (!takeOver) return void socket.end(HOST_UNREACHABLE);
      socket.write(SUCCEEDED);
      takeOver(socket);
    });
  });
}
