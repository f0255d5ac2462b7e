import { EventEmitter, once } from 'node:events';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import tls from 'node:tls';
import { origins, type Flaw, type Origin, type OriginName, type Place } from '../../suites/vocabulary/origin.ts';
import type { Observation, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Answer } from '../../suites/vocabulary/scenario.ts';
import { keep } from '../bytes.ts';
import { hostOf, urlOf, type ConcreteScenario } from '../concrete.ts';
import { HarnessFault } from '../drivers/driver.ts';
import { REQUEST_CEILING, type Network, type NetworkEvent } from '../network.ts';
import type { CertificateAuthority, Identity } from './certificates.ts';
import { readStreams, type Send } from './http2.ts';
import { readRequests, type Receiver, type RequestHead } from './connection.ts';
import { render } from './render.ts';
import { Router } from './router.ts';

/** A TLS handshake record starts with this byte, a request line never does. */
const TLS_HANDSHAKE = 0x16;

/** Nothing listens on this port of any machine of today (tcpmux). */
const CLOSED_PORT = 1;

/** So many connections are nobody's loss: one kept for the next request, and one about to close. */
const FEW = 2;

/** The origins that share a port, by scheme. */
type Schemes = Partial<Record<Origin['scheme'], OriginName>>;

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
    const state = new ServerState(scenarioId, new Router(scenario.routes));
    const groups = Object.entries(
      Object.groupBy(scenario.origins, (name) => `${hostOf(name, scenarioId)}:${origins[name].port}`),
    );
    const listening = groups.map(async ([address, names = []]) => {
      const schemes: Schemes = Object.fromEntries(names.map((name) => [origins[name].scheme, name]));
      const [host = ''] = address.split(':');
      const [flaw] = names.map((name): Flaw | undefined => (origins[name] as Origin).flaw);
      if (flaw === 'closed') return [address, CLOSED_PORT] as const;
      const identity = schemes.https && (await authority.issue(host, flaw));
      return [address, await listen(createServer(state, schemes, identity), state)] as const;
    });
    return new Servers(Object.fromEntries(await Promise.all(listening)), state);
  }

  get requests(): readonly RecordedRequest[] {
    return this.#state.requests;
  }

  get lastActivity(): number {
    return this.#state.lastActivity;
  }

  get leftOpen(): Observation['leftOpen'] {
    return this.#state.leftOpen;
  }

  when(event: NetworkEvent): Promise<void> {
    return this.#state.when(event);
  }

  callSettled(): void {
    this.#state.sendHeldAnswers();
  }

  /** Ends every connection and listener. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#state.close();
  }
}

/** A connection whose bytes are plain text by now. */
interface Connection {
  readonly origin: OriginName;
  /** Counted from 1 over all origins of the scenario. */
  readonly number: number;
  readonly serverName?: string;
}

const nameOfEvent = (event: NetworkEvent): string => JSON.stringify(event);

class ServerState {
  readonly requests: RecordedRequest[] = [];
  readonly listeners: Server[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #scenarioId: string;
  readonly #router: Router;
  readonly #events = new EventEmitter();
  readonly #open = new Map<number, OriginName>();
  readonly #heldAnswers: (() => void)[] = [];
  #connections = 0;
  lastActivity = performance.now();

  constructor(scenarioId: string, router: Router) {
    this.#scenarioId = scenarioId;
    this.#router = router;
  }

  /** Keeps a raw connection in sight, so that it can be ended. */
  watch(socket: Socket): void {
    this.lastActivity = performance.now();
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // A client may reset a connection whenever it likes; the record already says what came.
    socket.on('error', () => socket.destroy());
  }

  /** Serves a connection whose bytes are plain text by now, in the version of HTTP that its handshake agreed on. */
  serve(socket: Socket, origin: OriginName, serverName?: string): void {
    const number = ++this.#connections;
    this.#open.set(number, origin);
    socket.on('close', () => this.#open.delete(number));
    socket.on('error', () => socket.destroy());
    const seen = (): void => void (this.lastActivity = performance.now());
    const connection = { origin, number, ...(serverName && { serverName }) };
    const isHttp2 = socket instanceof tls.TLSSocket && socket.alpnProtocol === 'h2';
    if (isHttp2) return readStreams(socket, seen, (head, send) => this.#receive(connection, head, send));
    socket.on('data', seen);
    readRequests(socket, (head) => this.#receive(connection, head, (answer) => write(socket, answer, head)));
  }

  /** How many connections are open, by origin, where they are more than a few. */
  get leftOpen(): Observation['leftOpen'] {
    const counts = [...Map.groupBy(this.#open.values(), (origin) => origin)].map(
      ([origin, all]) => [origin, all.length] as const,
    );
    const many = counts.filter(([, count]) => count > FEW);
    return many.length > 0 ? Object.fromEntries(many) : undefined;
  }

  async when(event: NetworkEvent): Promise<void> {
    await once(this.#events, nameOfEvent(event));
  }

  sendHeldAnswers(): void {
    for (const send of this.#heldAnswers.splice(0)) send();
  }

  #receive({ origin, number, serverName }: Connection, head: RequestHead, send: Send): Receiver {
    const { httpVersion, text, method, target, headers } = head;
    const index = this.requests.length;
    const routed = this.#router.answerTo(urlOf(origin, this.#scenarioId) + target, head);
    const record = (part: Pick<RecordedRequest, 'body' | 'complete' | 'answeredBy'>): void => {
      const request = { origin, connection: number, httpVersion, head: text, method, target, headers, ...part };
      this.requests[index] = { ...request, ...(serverName !== undefined && { serverName }) };
    };
    record({ body: keep(Buffer.alloc(0)), complete: false });
    if (routed) this.#events.emit(nameOfEvent({ request: routed.place }));
    const { answer, ...answeredBy } = routed ?? { answer: { status: 404 } as const };
    const reply = (): void => this.#send(send, answer, routed?.place);
    if (answer.sent === 'before the body') reply();
    return {
      wantsBody: answer.sent !== 'before the body',
      cut: (body) => record({ body: keep(body), complete: false }),
      body: (body) => {
        if (this.requests.length > REQUEST_CEILING) return this.#destroySockets();
        record({ body: keep(body), complete: true, ...('place' in answeredBy && { answeredBy }) });
        if (answer.sent === 'after the call') this.#heldAnswers.push(reply);
        else if (answer.sent === undefined) reply();
      },
    };
  }

  #send(send: Send, answer: Answer, place: Place | undefined): void {
    this.lastActivity = performance.now();
    send(answer);
    if (place) this.#events.emit(nameOfEvent({ answer: place }));
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

function write(socket: Socket, answer: Answer, { method }: RequestHead): void {
  const { bytes, ending } = render(answer, method);
  if (ending === 'close') socket.end(bytes);
  else socket.write(bytes, () => ending === 'reset' && socket.resetAndDestroy());
}

function offered(name: OriginName): readonly string[] {
  const { alpn = ['http/1.1'] }: Origin = origins[name];
  return alpn;
}

function createServer(state: ServerState, { http, https }: Schemes, identity: Identity | undefined): Server {
  const secure =
    https && identity
      ? tls.createServer({ ...identity, ALPNProtocols: [...offered(https)] }, (socket) =>
          state.serve(socket, https, socket.servername || undefined),
        )
      : undefined;
  secure?.on('tlsClientError', (_, socket) => socket.destroy());
  return net.createServer({ noDelay: true }, (socket) => {
    state.watch(socket);
    if (secure && http) {
      socket.once('readable', () => {
        const start: Buffer | null = socket.read();
        if (!start) return;
        socket.unshift(start);
        if (start[0] === TLS_HANDSHAKE) secure.emit('connection', socket);
        else state.serve(socket, http);
      });
    } else if (secure) secure.emit('connection', socket);
    else if (http) state.serve(socket, http);
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
