import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';

/** The next bytes from a proxy. */
async function answerOf(socket: net.Socket): Promise<Buffer> {
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  return bytes;
}

/** A new connection to the origin of a URL through a SOCKS5 proxy, which is given the host name (RFC 1928 section 4). */
export async function connectBySocks({ protocol, hostname, port }: URL, proxy: URL): Promise<net.Socket> {
  const isSecure = protocol === 'https:';
  const socket = net.connect({ host: proxy.hostname, port: Number(proxy.port) });
  socket.write(Buffer.from([5, 1, 0]));
  await answerOf(socket);
  const number = Number(port || (isSecure ? 443 : 80));
  const name = Buffer.from(hostname);
  socket.write(Buffer.concat([Buffer.from([5, 1, 0, 3, name.length]), name, Buffer.from([number >> 8, number & 255])]));
  const [, result] = await answerOf(socket);
  if (result !== 0) throw new Error(`the SOCKS proxy answers ${result}`);
  return isSecure ? tls.connect({ socket, servername: hostname }) : socket;
}
