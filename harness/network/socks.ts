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

/** The target of a request by host name, RFC 1928 section 4; undefined for any other kind of address. */
function targetOf(request: Buffer): Target | undefined {
  const length = request[4];
  if (request[3] !== DOMAIN_NAME || length === undefined) return undefined;
  return { host: request.toString('latin1', 5, 5 + length), port: request.readUInt16BE(5 + length) };
}

/** Serves a connection to a SOCKS5 proxy: one greeting, and one request to connect. Then `connect` takes the connection over, if it knows the target. */
export function serveSocks(socket: Socket, connect: (target: Target) => ((socket: Socket) => void) | undefined): void {
  socket.once('data', () => {
    socket.write(NO_AUTHENTICATION);
    socket.once('data', (request: Buffer) => {
      const target = targetOf(request);
      const takeOver = target && connect(target);
      if (!takeOver) return void socket.end(HOST_UNREACHABLE);
      socket.pause();
      socket.write(SUCCEEDED);
      takeOver(socket);
    });
  });
}
