import dns from 'node:dns';
import nodeModule from 'node:module';
import net from 'node:net';
import { constants } from 'node:os';
import { isOwnConnection } from '../../network/own-connection.ts';
import { setImmediate } from './own-globals.ts';

/** Where virtual addresses, `host:port` or `unix:/path`, really listen; everything else is refused. */
let names: Readonly<Record<string, number>> = {};
let report: (address: string) => void = () => {};

interface ConnectOptions {
  readonly host?: string;
  readonly port?: number | string;
  readonly path?: string | null | undefined;
  readonly lookup?: ((...args: unknown[]) => void) | undefined;
}

const addressOf = ({ host, port, path }: ConnectOptions): string =>
  !path ? `${(host ?? 'localhost').replace(/^\[|\]$|\.$/g, '').toLowerCase()}:${port}` : `unix:${path}`;

/**
 * An error as the platform reports it: the same code, call and message, with a mark in the message. A client may handle
 * the code, and the mark survives where a client wraps the error or copies its message.
 */
function platformError(code: string, call: string, subject: string, details: object): Error {
  const error = new Error(`${call} ${code} ${subject} (EBLOCKED: not an origin of this scenario)`);
  return Object.assign(error, { code, syscall: call, ...details });
}

const notFound = (hostname: string, call = 'getaddrinfo'): Error =>
  platformError('ENOTFOUND', call, hostname, { hostname, ...(call === 'getaddrinfo' && { errno: -3008 }) });

const notConnected = (code: string, subject: string, details: object): Error =>
  platformError(code, 'connect', subject, { errno: -constants.errno[code as 'ENOENT'], ...details });

/** What the platform would report for an address without a listener: a name is unknown, an address refuses, a socket file is missing. */
function failureOf({ host = 'localhost', port, path }: ConnectOptions): Error {
  if (path) return notConnected('ENOENT', path, { address: path });
  if (host !== 'localhost' && !net.isIP(host)) return notFound(host);
  return notConnected('ECONNREFUSED', `${host}:${port}`, { address: host, port: Number(port) });
}

/** After a whole turn of the event loop, as name resolution: a client may attach its handlers after it has asked. */
const later = (act: () => void): void => void setImmediate(() => setImmediate(act));

/** From now on only these virtual addresses can be reached. */
export function setNames(next: Readonly<Record<string, number>>): void {
  names = next;
}

/**
 * MSW lets a socket that it intercepts connect to a handle of its own, with a lookup of this name that resolves to
 * loopback only; a request that it lets pass has neither.
 */
const isMocked = ({ lookup }: ConnectOptions): boolean => lookup?.name === 'mockLookup';

type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket;

function onLoopback(options: ConnectOptions, port: number): ConnectOptions {
  return { ...options, host: '127.0.0.1', port, path: undefined, lookup: undefined };
}

/** The connection fails in its name lookup. That is the step of a connection that can be replaced and is asynchronous. */
function nowhere(options: ConnectOptions): ConnectOptions {
  const lookup = (...args: unknown[]): void => later(() => (args.at(-1) as (error: Error) => void)(failureOf(options)));
  return { ...options, host: 'refused.invalid', port: 1, path: undefined, lookup };
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
    if (isMocked(normalized[0]) || isOwnConnection()) return connect.apply(this, args);
    const address = addressOf(normalized[0]);
    const port = names[address];
    if (port === undefined) report(address);
    normalized[0] = port === undefined ? nowhere(normalized[0]) : onLoopback(normalized[0], port);
    return marked ? connect.call(this, normalized) : connect.call(this, ...normalized);
  };
}

/** Name lookups would leave the machine, and a client that connects through the guard never needs one. Addresses need no lookup. */
function guardLookups(): void {
  /** `dns.lookup` asks the system, `dns.resolve4` sends a query of type A. */
  const refuse = (name: string, host: string): Error => {
    report(`dns:${host}`);
    const type = name
      .slice('resolve'.length)
      .replace(/^4$|^$/, 'A')
      .replace('6', 'AAAA');
    return notFound(host, name === 'lookup' ? undefined : `query${type}`);
  };
  const replace = (target: object, name: string, refused: (host: string, rest: unknown[]) => unknown): void => {
    const original = Reflect.get(target, name) as (...args: unknown[]) => unknown;
    const guarded = function (this: unknown, host: string, ...rest: unknown[]): unknown {
      return net.isIP(host) ? Reflect.apply(original, this, [host, ...rest]) : refused(host, rest);
    };
    Object.defineProperty(target, name, { value: guarded, configurable: true });
  };
  const isLookup = (name: string): boolean => /^(lookup|resolve\w*)$/.test(name);
  const namesIn = (target: object): string[] => Object.getOwnPropertyNames(target).filter(isLookup);
  for (const target of [dns, dns.Resolver.prototype]) {
    for (const name of namesIn(target)) {
      replace(target, name, (host, rest) => {
        const callback = rest.findLast((argument) => typeof argument === 'function');
        const error = refuse(name, host);
        later(() => callback?.(error));
      });
    }
  }
  for (const target of [dns.promises, dns.promises.Resolver.prototype])
    for (const name of namesIn(target)) {
      replace(target, name, async (host) => {
        const error = refuse(name, host);
        await new Promise<void>(later);
        throw error;
      });
    }
  // For modules that import the functions by name.
  nodeModule.syncBuiltinESMExports();
}

let installed = false;

/** Keeps every connection of this process inside the scenario; `blocked` is called with each address that was refused. */
export function installGuard(blocked: (address: string) => void): void {
  report = blocked;
  if (installed) return;
  installed = true;
  guardConnections();
  guardLookups();
}
