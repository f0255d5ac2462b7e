import net from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { OutgoingRequest, ReceivedAnswer } from '../../reference/messages.ts';
import { originForm } from '../../policy/origin-form.ts';

/** Everything that a server sends on a connection that the client closes right after its request. */
export async function bytesFrom({ method, url, headers }: OutgoingRequest, target = originForm(url)): Promise<string> {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const socket = net.connect({ host: url.hostname, port: Number(url.port || 80) });
  socket.end(`${method} ${target} HTTP/1.1\r\nHost: ${url.host}\r\n${fields}\r\n`);
  return (await buffer(socket)).toString('latin1');
}

/** An answer from bytes that may be incomplete. `toValue` reads what follows the colon of a field line. */
export function readLeniently(text: string, toValue: (text: string) => string = (value) => value.trim()): ReceivedAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.split(':', 1).join(), toValue(line.slice(line.indexOf(':') + 1))] as const);
  return { status: Number(statusLine.split(' ')[1]), headers, body: Buffer.from(rest.join('\r\n\r\n'), 'latin1') };
}
