import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import tls from 'node:tls';
import { isProxy, origins, type Origin, type OriginName, type ProxyName } from '../../suites/vocabulary/origin.ts';
import type { RecordedRequest, Via } from '../../suites/vocabulary/observation.ts';
import { keep } from '../bytes.ts';
import type { ConcreteScenario } from '../concrete.ts';
import { HarnessFault } from '../drivers/driver.ts';
import { REQUEST_CEILING, type Network } from '../network.ts';
import type { CertificateAuthority, Identity } from './certificates.ts';
import { readRequests, type Receiver, type RequestHead } from './connection.ts';
import { aiming, authorityOf, TUNNEL_OPENED, type Aim } from './proxy.ts';
import { render } from './render.ts';
import { Router } from './router.ts';

/** A TLS handshake record starts with this byte, a request line never does. */
const TLS_HANDSHAKE = 0x16;

/** The origins that share a port, by scheme. */
type Schemes = Partial<Record<Origin['scheme'], OriginName>>;

/** A connection of the scenario, counted from 1. */
interface Connection {
  readonly socket: Socket;
  readonly number: number;
  /** Stops reading requests from it. */
  readonly leave: () => void;
}

/** Takes a connection over; one that comes out of a tunnel comes via a proxy. */
type Accept = (socket: Socket, via?: Via) => void;

/** The servers of one scenario, on loopback ports of their own. They act and record; they never judge. */
export class Servers implements Network {
  readonly ports: Readonly<Record<string, number>>;
  readonly answersItself = false;
  /** Nobody outside the scenario gets here. */
  readonly strays = [];
  readonly #state: ServerState;

  private constructor(ports: Readonly<Record<string, number>>, state: ServerState) {
    this.ports = ports;
    this.#state = state;
  }

  /** Opens a listener for every host and port that the scenario names. Throws a HarnessFault if a port cannot be bound. */
  static async open(scenarioId: string, scenario: ConcreteScenario, authority: CertificateAuthority): Promise<Servers> {
    const state = new ServerState(new Router(scenario.routes), aiming(scenarioId, scenario.origins));
    const groups = Object.entries(Object.groupBy(scenario.origins, (name) => authorityOf(name, scenarioId)));
    const listening = groups.map(async ([address, names = []]) => {
      const schemes: Schemes = Object.fromEntries(names.map((name) => [origins[name].scheme, name]));
      const [host = ''] = address.split(':');
      const identity = schemes.https && (await authority.issue([host]));
      const accept = accepting(state, schemes, identity);
      for (const name of names) state.accepts.set(name, accept);
      return [address, await listen(createServer(state, accept), state)] as const;
    });
    return new Servers(Object.fromEntries(await Promise.all(listening)), state);
  }

  get requests(): readonly RecordedRequest[] {
    return this.#state.requests;
  }

  get lastActivity(): number {
    return this.#state.lastActivity;
  }

  /** Ends every connection and listener. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#state.close();
  }
}

class ServerState {
  readonly requests: RecordedRequest[] = [];
  readonly listeners: Server[] = [];
  readonly accepts = new Map<OriginName, Accept>();
  readonly #sockets = new Set<Socket>();
  readonly #router: Router;
  readonly #aimOf: ReturnType<typeof aiming>;
  #connections = 0;
  lastActivity = performance.now();

  constructor(router: Router, aimOf: ReturnType<typeof aiming>) {
    this.#router = router;
    this.#aimOf = aimOf;
  }

  /** Keeps a raw connection in sight, so that it can be ended. */
  watch(socket: Socket): void {
    this.lastActivity = performance.now();
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // A client may reset a connection whenever it likes; the record already says what came.
    socket.on('error', () => socket.destroy());
  }

  /** Serves HTTP/1.1 on a connection whose bytes are plain text by now. */
  serve(socket: Socket, origin: OriginName, via?: Via): void {
    const number = ++this.#connections;
    socket.on('error', () => socket.destroy());
    socket.on('data', () => (this.lastActivity = performance.now()));
    const leave = readRequests(socket, (head) => this.#receive({ socket, number, leave }, this.#aimOf(head, origin, via), head));
    // Whoever read from it before may have paused it.
    socket.resume();
  }

  #receive(connection: Connection, aim: Aim, head: RequestHead): Receiver {
    const { text, method, headers } = head;
    const { url, otherwise, ...aimed } = aim;
    const { socket, number } = connection;
    const index = this.requests.length;
    const record = (part: Pick<RecordedRequest, 'body' | 'complete' | 'answeredBy'>): void => {
      this.requests[index] = { ...aimed, connection: number, head: text, method, headers, ...part };
    };
    record({ body: keep(Buffer.alloc(0)), complete: false });
    return {
      cut: (body) => record({ body: keep(body), complete: false }),
      body: (body) => {
        if (this.requests.length > REQUEST_CEILING) return this.#destroySockets();
        const routed = this.#router.answerTo(url, head);
        record({ body: keep(body), complete: true, ...(routed && { answeredBy: { place: routed.place, case: routed.case } }) });
        this.lastActivity = performance.now();
        if (aim.tunnelTo && isProxy(aim.origin) && !routed) return this.#openTunnel(connection, aim.origin, aim.tunnelTo);
        const { bytes, ending } = render(routed?.answer ?? otherwise, method);
        if (ending === 'close') socket.end(bytes);
        else socket.write(bytes, () => ending === 'reset' && socket.resetAndDestroy());
      },
    };
  }

  /** From here on the connection is one of the origin that it leads to. */
  #openTunnel({ socket, leave }: Connection, proxy: ProxyName, to: OriginName): void {
    socket.write(TUNNEL_OPENED);
    leave();
    this.accepts.get(to)?.(socket, { proxy, tunnel: true });
  }

  #destroySockets(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Ends everything. Connections are reset: thousands of them, closed politely, would lie in TIME_WAIT and use up the ports. */
  async close(): Promise<void> {
    const closed = this.listeners.map((listener) => new Promise((resolve) => listener.close(resolve)));
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await Promise.all(closed);
  }
}

/** What takes over the connections to one port. Out of a tunnel, TLS is a server of its own, for it alone knows the way it came. */
function accepting(state: ServerState, { http, https }: Schemes, identity: Identity | undefined): Accept {
  const secureServer = (via?: Via): tls.Server | undefined =>
    https && identity
      ? tls
          .createServer({ ...identity, ALPNProtocols: ['http/1.1'] }, (socket) => state.serve(socket, https, via))
          .on('tlsClientError', (_, socket) => socket.destroy())
      : undefined;
  const direct = secureServer();
  return (socket, via) => {
    const secure = via ? secureServer(via) : direct;
    if (secure && http) {
      socket.resume().once('data', (start: Buffer) => {
        socket.pause().unshift(start);
        if (start[0] === TLS_HANDSHAKE) secure.emit('connection', socket);
        else state.serve(socket, http, via);
      });
    } else if (secure) secure.emit('connection', socket);
    else if (http) state.serve(socket, http, via);
  };
}

function createServer(state: ServerState, accept: Accept): Server {
  return net.createServer({ noDelay: true }, (socket) => {
    state.watch(socket);
    accept(socket);
  });
}

async function listen(server: Server, state: ServerState): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(0, '127.0.0.1', resolve);
  await promise.catch((error: Error) => {
    throw new HarnessFault(`no server can listen on 127.0.0.1: ${error.message}`, { cause: error });
  });
  state.listeners.push(server);
  return (server.address() as AddressInfo).port;
}
