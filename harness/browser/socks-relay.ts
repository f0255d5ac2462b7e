import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { serveSocks } from '../network/socks.ts';

type Connect = Parameters<typeof serveSocks>[1]['connect'];

/** Joins two connections: what one receives the other sends, and each end and each error is passed on. */
function join(one: Socket, other: Socket): void {
  one.pipe(other);
  other.pipe(one);
  one.on('error', () => other.resetAndDestroy());
  other.on('error', () => one.resetAndDestroy());
}

/** Opens a SOCKS5 server on loopback, which does not keep the process alive. Returns its port. */
async function serve(connect: Connect): Promise<number> {
  const server = net.createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    serveSocks(socket, { credentials: [], connect });
  });
  await once(server.listen(0, '127.0.0.1').unref(), 'listening');
  return (server.address() as AddressInfo).port;
}

/**
 * A SOCKS5 server whose connections are made by this process: its guard maps the addresses of the scenario, and refuses
 * and reports every other one. `failed` is called with the error of a connection that cannot be made. Returns its port.
 */
export const relayConnections = (failed: (error: Error) => void): Promise<number> =>
  serve(async ({ host, port }) => {
    const target = net.connect({ host, port, noDelay: true });
    try {
      await once(target, 'connect');
    } catch (error) {
      failed(error as Error);
      return undefined;
    }
    return (socket) => join(socket, target);
  });

/** A SOCKS5 server that refuses everything. Returns its port. */
export const refuseConnections = (): Promise<number> => serve(() => undefined);
