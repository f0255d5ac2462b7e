import net, { type AddressInfo, type Server } from 'node:net';
import tls, { type TlsOptions, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { ConcreteCall, ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { addressOf, hostOf, serverOf } from '../concrete/names.ts';
import type { RecordedRequest, Via } from '../../suites/vocabulary/observation.ts';
import { type Origin, isSocksProxy, type OriginName, originNamed } from '../../suites/vocabulary/origin.ts';
import { HarnessFault } from '../fault.ts';
import { type LiveNetwork, type Network, type NetworkEvent, requestCeiling } from './network.ts';
import type { CertificateAuthority } from './certificates.ts';
import { aiming } from './proxy.ts';
import { EdgeServer } from './edge-server.ts';
import { serveSocks, type SocksCredentials } from './socks.ts';
import { TLS_HANDSHAKE } from './connection.ts';
import { Router } from './router.ts';
import { ServerState, type Accept, type Arrival, type ServerOptions } from './server-state.ts';

/** Nothing listens on this port of a machine of today (tcpmux). */
const CLOSED_PORT = 1;

/** The origins that share a port, by scheme. */
type Schemes = Partial<Record<Origin['scheme'], OriginName>>;

/** The servers of one scenario, on loopback ports of their own. They act and record; they never judge. */
export class Servers implements Network, LiveNetwork {
  readonly ports: Readonly<Record<string, number>>;
  readonly live = this;
  /** No host outside the scenario leads here. */
  readonly unexpectedHosts = [];
  readonly #state: ServerState;

  private constructor(ports: Readonly<Record<string, number>>, state: ServerState) {
    this.ports = ports;
    this.#state = state;
  }

  /** Opens a listener for every server that the scenario names an origin of. Throws a HarnessFault if a port cannot be bound. */
  static async open(
    { id, needs, routes, origins: named, calls, edge, events }: ConcreteScenario,
    authority: CertificateAuthority,
    options?: ServerOptions,
  ): Promise<Servers> {
    const router = new Router(routes);
    const state = new ServerState(
      {
        router,
        aimOf: aiming(id, named),
        ceiling: requestCeiling(calls.length),
        ...(edge && { edge: new EdgeServer({ ...edge, events, scenarioId: id, router }) }),
        recordsCalls: events.length > 0,
      },
      options,
    );
    const portOf = async (names: readonly OriginName[]): Promise<number> => {
      const [flaw] = names.map((name) => originNamed(name).flaw);
      if (flaw === 'closed') return CLOSED_PORT;
      // Of two hosts that share a server, the first stands for both; Host says which one is meant.
      const schemes: Schemes = Object.fromEntries(names.toReversed().map((name) => [originNamed(name).scheme, name]));
      const secured = names
        .filter((name) => originNamed(name).scheme === 'https')
        .map((name) => hostOf(name, id).replace(/\.$/, ''));
      const identity = schemes.https && authority.issue([...new Set(secured)], flaw);
      // Without a `ca`, any certificate is accepted: the record says whether one came.
      const asksForCertificate = needs.includes('client-certificate') && { requestCert: true, rejectUnauthorized: false };
      const accept = names.some(isSocksProxy)
        ? acceptingSocks(state, id, named, calls.flatMap(credentialsOf))
        : accepting(state, schemes, identity && { ...identity, ...asksForCertificate });
      for (const name of names) state.accepts.set(name, accept);
      return listen(createServer(state, accept), state);
    };
    const listening = [...Map.groupBy(named, (name) => serverOf(name, id)).values()].map(async (names) => {
      const port = await portOf(names);
      return names.map((name) => [addressOf(name, id), port] as const);
    });
    return new Servers(Object.fromEntries((await Promise.all(listening)).flat()), state);
  }

  get requests(): readonly RecordedRequest[] {
    return this.#state.requests;
  }

  get lastActivity(): number {
    return this.#state.lastActivity;
  }

  get isAtRest(): boolean {
    return this.#state.isAtRest;
  }

  get fault(): HarnessFault | undefined {
    return this.#state.fault;
  }

  get openConnections(): LiveNetwork['openConnections'] {
    return this.#state.openConnections;
  }

  when(event: NetworkEvent): Promise<void> {
    return this.#state.when(event);
  }

  callSettled(): void {
    this.#state.sendHeldAnswers();
  }

  callBegins(call: number): void {
    this.#state.begin(call);
  }

  /** Ends every connection and listener. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#state.close();
  }
}

function offered(name: OriginName): readonly string[] {
  const { alpn = ['http/1.1'] } = originNamed(name);
  return alpn;
}

/** What a TLS handshake says about the client. */
function arrivalOf(socket: TLSSocket): Arrival {
  // An empty object where the client sent none.
  const { subject } = socket.getPeerCertificate() as Partial<PeerCertificate>;
  return {
    ...(socket.servername && { serverName: socket.servername }),
    ...(subject && { clientCertificate: [subject.CN].flat().join() }),
  };
}

/** What takes over the connections to one port. Each connection out of a tunnel gets a TLS server of its own, which knows the way it came. */
function accepting(state: ServerState, { http, https }: Schemes, identity: TlsOptions | undefined): Accept {
  const secureServer = (via?: Via): tls.Server | undefined =>
    https && identity
      ? tls
          .createServer({ ...identity, ALPNProtocols: [...offered(https)] }, (socket) =>
            state.serve(socket, https, { ...(via && { via }), ...arrivalOf(socket) }),
          )
          .on('tlsClientError', (_, socket) => socket.destroy())
      : undefined;
  const direct = secureServer();
  return (socket, via) => {
    const secure = via ? secureServer(via) : direct;
    const servePlain = (origin: OriginName): void => state.serve(socket, origin, via ? { via } : {});
    if (secure && http) {
      socket.resume().once('data', (start: Buffer) => {
        socket.pause().unshift(start);
        if (start[0] === TLS_HANDSHAKE) secure.emit('connection', socket);
        else servePlain(http);
      });
    } else if (secure) secure.emit('connection', socket);
    else if (http) servePlain(http);
  };
}

/** The credentials for the SOCKS proxy of a call. */
function credentialsOf({ socksProxy }: ConcreteCall): readonly SocksCredentials[] {
  if (socksProxy === undefined) return [];
  const { username, password } = new URL(socksProxy);
  return username === '' ? [] : [[decodeURIComponent(username), decodeURIComponent(password)]];
}

/** What takes over the connections to a SOCKS proxy. Two origins that share a port share the way to it. */
const acceptingSocks =
  (state: ServerState, scenarioId: string, named: readonly OriginName[], credentials: readonly SocksCredentials[]): Accept =>
  (socket) =>
    serveSocks(socket, {
      credentials,
      connect({ host, port }) {
        const to = named.find((name) => addressOf(name, scenarioId) === `${host.toLowerCase()}:${port}`);
        const accept = to && state.accepts.get(to);
        return accept && ((opened) => accept(opened, { proxy: 'socks-proxy', tunnel: true }));
      },
    });

function createServer(state: ServerState, accept: Accept): Server {
  return net.createServer({ noDelay: true }, (socket) => {
    if (state.takes(socket)) accept(socket);
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
