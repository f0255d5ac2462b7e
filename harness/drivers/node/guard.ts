import dns from 'node:dns';
import net from 'node:net';

/** Where virtual `host:port` addresses really listen; everything else is refused. */
let names: Readonly<Record<string, number>> = {};
let tell: (address: string) => void = () => {};

interface ConnectOptions {
  readonly host?: string;
  readonly port?: number | string;
  readonly path?: string | null;
  readonly lookup?: (() => void) | undefined;
}

const addressOf = ({ host, port, path }: ConnectOptions): string =>
  !path ? `${(host ?? 'localhost').replace(/\.$/, '').toLowerCase()}:${port}` : `unix:${path}`;

class BlockedAddressError extends Error {
  override readonly name = 'BlockedAddressError';
  readonly code = 'EBLOCKED';
  constructor(address: string) {
    super(`connection to ${address} refused: not an origin of this scenario`);
  }
}

/** From now on these virtual addresses can be reached, and no others. */
export function setNames(next: Readonly<Record<string, number>>): void {
  names = next;
}

/**
 * MSW lets a socket that it took over connect to a handle of its own, by a lookup of this name that knows
 * loopback only; a request that it lets pass comes with neither.
 */
const isMocked = ({ lookup }: ConnectOptions): boolean => lookup?.name === 'mockLookup';

type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket;

function onLoopback(options: ConnectOptions, port: number): ConnectOptions {
  return { ...options, host: '127.0.0.1', port, lookup: undefined };
}

type NormalizedArgs = [options: ConnectOptions, callback: unknown];

function guardConnections(): void {
  const { _normalizeArgs: normalizeArgs } = net as unknown as { _normalizeArgs: (args: unknown[]) => NormalizedArgs };
  const prototype = net.Socket.prototype as unknown as { connect: Connect };
  const { connect } = prototype;
  prototype.connect = function (...args) {
    // net.connect hands over an array that it marked as normalized; a new one would be normalized again.
    const marked = Array.isArray(args[0]);
    const normalized = (marked ? args[0] : normalizeArgs(args)) as NormalizedArgs;
    if (isMocked(normalized[0])) return connect.apply(this, args);
    const address = addressOf(normalized[0]);
    const port = names[address];
    if (port === undefined) {
      tell(address);
      process.nextTick(() => this.destroy(new BlockedAddressError(address)));
      return this;
    }
    normalized[0] = onLoopback(normalized[0], port);
    return marked ? connect.call(this, normalized) : connect.call(this, ...normalized);
  };
}

/** Name lookups would leave the machine; a client that connects through the guard never needs one. Addresses need no lookup. */
function guardLookups(): void {
  const refuse = (host: string): Error => {
    tell(`dns:${host}`);
    return new BlockedAddressError(host);
  };
  const replace = (target: object, name: string, refused: (host: string, rest: unknown[]) => unknown): void => {
    const original = Reflect.get(target, name) as (...args: unknown[]) => unknown;
    const guarded = (host: string, ...rest: unknown[]): unknown =>
      net.isIP(host) ? original(host, ...rest) : refused(host, rest);
    Object.defineProperty(target, name, { value: guarded, configurable: true });
  };
  for (const name of Object.keys(dns).filter((each) => /^(lookup|resolve\w*)$/.test(each))) {
    replace(dns, name, (host, rest) => {
      const callback = rest.findLast((argument) => typeof argument === 'function');
      process.nextTick(callback ?? (() => {}), refuse(host));
    });
    if (name in dns.promises) replace(dns.promises, name, (host) => Promise.reject(refuse(host)));
  }
}

let installed = false;

/** Keeps every connection of this process inside the scenario; `blocked` is told of each attempt to leave it. */
export function installGuard(blocked: (address: string) => void): void {
  tell = blocked;
  if (installed) return;
  installed = true;
  guardConnections();
  guardLookups();
}
