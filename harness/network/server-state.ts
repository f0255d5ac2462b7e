import { EventEmitter, once } from 'node:events';
import type { Server, Socket } from 'node:net';
import tls from 'node:tls';
import type { Answer } from '../../suites/vocabulary/answer.ts';
import type { RecordedRequest, Via } from '../../suites/vocabulary/observation.ts';
import { isProxy, type OriginName, originNamed, type Place, type ProxyName } from '../../suites/vocabulary/origin.ts';
import { HarnessFault } from '../fault.ts';
import { MOST_CONNECTIONS, RUNAWAYS } from './bounds.ts';
import { allowAsked, hasOrigin, isPreflight, readableByPages } from './cors.ts';
import type { EdgeServer } from './edge-server.ts';
import type { ExchangeWatcher } from './exchange-watcher.ts';
import { keep } from './kept-bytes.ts';
import type { AskElsewhere } from './elsewhere.ts';
import type { LiveNetwork, NetworkEvent } from './network.ts';
import { readRequests, type Receiver, type RequestHead } from './connection.ts';
import { readStreams, type SendAnswer } from './http2.ts';
import { cutIntoPieces, writeInPieces } from './pieces.ts';
import { TUNNEL_OPENED, type aiming, tunnelOpened } from './proxy.ts';
import { render } from './render.ts';
import type { Router } from './router.ts';

/** How a connection came: out of a tunnel, and with which server name and certificate of the client in its TLS handshake. */
export interface Arrival {
  readonly via?: Via;
  readonly serverName?: string;
  readonly clientCertificate?: string;
}

/** Takes a connection over; one that comes out of a tunnel comes via a proxy. */
export type Accept = (socket: Socket, via?: Via) => void;

/** A connection whose bytes are plain text by now. */
interface Connection extends Arrival {
  readonly origin: OriginName;
  /** Counted from 1 over all origins of the scenario. */
  readonly number: number;
  /** Makes a tunnel of it; HTTP/1.1 only. */
  readonly tunnel?: (proxy: ProxyName, to: OriginName) => void;
}

const nameOfEvent = (event: NetworkEvent): string => JSON.stringify(event);

/** Writes an answer; returns when that is done, if it takes more than one turn of the event loop. */
function write(socket: Socket, answer: Answer, { method }: RequestHead): Promise<void> | void {
  const { bytes, ending } = render(answer, method);
  if (answer.pieces) {
    return writeInPieces(socket, cutIntoPieces(bytes, answer.pieces)).then(() => {
      if (ending === 'close') socket.end();
      else if (ending === 'reset') socket.resetAndDestroy();
    });
  }
  if (ending === 'close') socket.end(bytes);
  else socket.write(bytes, () => ending === 'reset' && socket.resetAndDestroy());
}

/** Answers a request that is no part of the scenario. */
const withoutRecord = (answer: () => void): Receiver => ({ wantsBody: false, cut: () => {}, body: answer });

/** What the servers of a scenario are given. */
interface ServerSetting {
  readonly router: Router;
  readonly aimOf: ReturnType<typeof aiming>;
  /** The number of requests after which every connection is ended. */
  readonly ceiling: number;
  readonly edge?: EdgeServer;
  /** Whether each request is recorded with the call in which it came. */
  readonly recordsCalls: boolean;
}

/** An answer in bytes, as the record keeps it. */
function keptAnswer(bytes: Buffer): NonNullable<RecordedRequest['answer']> {
  const end = bytes.indexOf('\r\n\r\n') + 4;
  return { head: bytes.toString('latin1', 0, end), body: keep(bytes.subarray(end)) };
}

/** Who is told of what happens at servers, and who answers instead of them. */
export interface ServerOptions {
  readonly watcher?: ExchangeWatcher | undefined;
  /** Gives the answers for which a scenario names what makes nginx give them. */
  readonly askNginx?: AskElsewhere | undefined;
  /** Gives the answer to a request that is not to become part of the record. */
  readonly refuse?: ((head: RequestHead) => Answer | undefined) | undefined;
  /** Whether pages of other origins may ask everything and read every answer. */
  readonly allowsPages?: boolean;
  /** Whether the client is a browser, which asks for an icon of its own accord. */
  readonly isBrowser?: boolean;
}

/** What the servers of a scenario have in common: the record, the router, and everything that is open. */
export class ServerState {
  readonly requests: RecordedRequest[] = [];
  readonly listeners: Server[] = [];
  /** What takes over the connections to an origin; a proxy looks it up. */
  readonly accepts = new Map<OriginName, Accept>();
  readonly #sockets = new Set<Socket>();
  readonly #setting: ServerSetting;
  readonly #watcher: ExchangeWatcher | undefined;
  readonly #askNginx: AskElsewhere | undefined;
  readonly #refuse: ServerOptions['refuse'];
  readonly #allowsPages: boolean;
  readonly #isBrowser: boolean;
  readonly #events = new EventEmitter();
  readonly #open = new Map<number, OriginName>();
  readonly #heldAnswers: (() => void)[] = [];
  /** The connections on which something is written, above TLS. */
  readonly #writing = new Set<Socket>();
  /** How many answers are being made, or written in pieces. */
  #underWay = 0;
  #connections = 0;
  lastActivity = performance.now();
  /** The first fault of a server that was asked for an answer. */
  fault: HarnessFault | undefined;

  constructor(setting: ServerSetting, { watcher, askNginx, refuse, allowsPages = false, isBrowser = false }: ServerOptions = {}) {
    this.#setting = setting;
    this.#watcher = watcher;
    this.#askNginx = askNginx;
    this.#refuse = refuse;
    this.#allowsPages = allowsPages;
    this.#isBrowser = isBrowser;
  }

  /** A call begins: what is to happen before it happens now. */
  begin(call: number): void {
    const { router, edge } = this.#setting;
    router.call = call;
    edge?.begin(call);
  }

  /** Registers a raw connection, so that it can be ended. One that is too many is ended at once. */
  takes(socket: Socket): boolean {
    if (this.#sockets.size >= MOST_CONNECTIONS || this.requests.length > RUNAWAYS * this.#setting.ceiling) {
      socket.destroy();
      return false;
    }
    const seen = (): void => void (this.lastActivity = performance.now());
    seen();
    this.#sockets.add(socket);
    socket.on('end', seen);
    socket.on('close', () => {
      seen();
      this.#sockets.delete(socket);
    });
    // A client may reset a connection at any time; what has arrived is already recorded.
    socket.on('error', () => socket.destroy());
    return true;
  }

  /** Serves a connection whose bytes are plain text by now, in the version of HTTP that its handshake agreed on. */
  serve(socket: Socket, origin: OriginName, arrival: Arrival): void {
    const number = ++this.#connections;
    this.#open.set(number, origin);
    this.#writing.add(socket);
    socket.on('close', () => {
      this.#open.delete(number);
      this.#writing.delete(socket);
    });
    socket.on('error', () => socket.destroy());
    const seen = (): void => void (this.lastActivity = performance.now());
    const connection: Connection = { origin, number, ...arrival };
    const isHttp2 = socket instanceof tls.TLSSocket && socket.alpnProtocol === 'h2';
    if (isHttp2) return readStreams(socket, seen, (head, send) => this.#receive(connection, head, send));
    socket.on('data', seen);
    const leave = readRequests(socket, (head) =>
      this.#receive({ ...connection, tunnel }, head, (answer) => void this.#whileUnderWay(write(socket, answer, head))),
    );
    const tunnel = (proxy: ProxyName, to: OriginName): void => {
      socket.write(TUNNEL_OPENED);
      leave();
      this.accepts.get(to)?.(socket, { proxy, tunnel: true });
    };
    // An earlier reader may have paused it.
    socket.resume();
  }

  /** Whether everything that there is to send has been handed to the system. */
  get isAtRest(): boolean {
    return this.#underWay === 0 && [...this.#writing].every(({ writableLength }) => writableLength === 0);
  }

  async #whileUnderWay(work: Promise<void> | void): Promise<void> {
    this.#underWay += 1;
    await work;
    this.#underWay -= 1;
  }

  /** How many connections are open, by origin. */
  get openConnections(): LiveNetwork['openConnections'] {
    const byOrigin = Map.groupBy(this.#open.values(), (origin) => origin);
    return Object.fromEntries([...byOrigin].map(([origin, connections]) => [origin, connections.length]));
  }

  async when(event: NetworkEvent): Promise<void> {
    await once(this.#events, nameOfEvent(event));
  }

  sendHeldAnswers(): void {
    for (const send of this.#heldAnswers.splice(0)) send();
  }

  #receive(
    { origin, number: connection, via, serverName, clientCertificate, tunnel }: Connection,
    head: RequestHead,
    sendAsIs: SendAnswer,
  ): Receiver {
    const refused = this.#refuse?.(head);
    if (refused) return withoutRecord(() => sendAsIs(refused));
    const { httpVersion, text, method, headers } = head;
    const { url, otherwise: unrouted, ...aimed } = this.#setting.aimOf(head, origin, via);
    const { router, edge, recordsCalls } = this.#setting;
    const preflight = isPreflight(head);
    const isAllowed = this.#allowsPages && preflight;
    const otherwise = isAllowed ? allowAsked(head) : unrouted;
    const send: SendAnswer =
      this.#allowsPages && !preflight && hasOrigin(head) ? (answer) => sendAsIs(readableByPages(answer)) : sendAsIs;
    const routed = isAllowed ? undefined : router.answerTo(url, { method, headers, serverName });
    if (this.#isBrowser && !routed && head.target === '/favicon.ico') return withoutRecord(() => sendAsIs(otherwise));
    const index = this.requests.length;
    const number = index + 1;
    const record = (change: Partial<RecordedRequest>): void => {
      this.requests[index] = { ...this.requests[index]!, ...change };
    };
    const end = (change: Partial<RecordedRequest>): void => {
      record(change);
      this.#watcher?.end(number, this.requests[index]!);
    };
    const came = {
      connection,
      httpVersion,
      head: text,
      method,
      headers,
      ...(preflight && { preflight }),
      ...(recordsCalls && { call: router.call }),
      ...(serverName !== undefined && { serverName }),
      ...(clientCertificate !== undefined && { clientCertificate }),
    };
    const arrived = { ...aimed, ...came, body: keep(Buffer.alloc(0)), complete: false };
    this.requests.push(arrived);
    this.#watcher?.head(number, arrived);
    if (routed) this.#events.emit(nameOfEvent({ request: routed.place }));
    const { sent } = routed?.answer ?? {};
    const relay = (body: Buffer): void => {
      const { answer, asked, ...seen } = edge!.relay(head, aimed.target, body);
      record({ ...seen, answer: keptAnswer(render(answer, method).bytes) });
      if (asked) this.requests.push({ ...asked, ...(recordsCalls && { call: router.call }) });
      this.#watcher?.answer(number, answer);
      this.#send(send, answer, undefined);
    };
    const answerWith = (answer: Answer): void => {
      this.#watcher?.answer(number, answer);
      this.#send(send, answer, routed?.place);
    };
    const reply = (body?: Buffer): void => {
      if (routed) record({ answeredBy: { place: routed.place, case: routed.case } });
      const answer = routed?.answer ?? otherwise;
      if (!answer.nginx || !this.#askNginx || text === null || !body) return answerWith(answer);
      const { scheme } = originNamed(aimed.origin);
      const bytes = Buffer.concat([Buffer.from(text, 'latin1'), body]);
      const asked = this.#askNginx({ scheme, method, bytes }).then(
        (given) => {
          record({ answer: keptAnswer(given) });
          answerWith({ raw: given.toString('latin1') });
        },
        (error: Error) => this.#failWith(error),
      );
      void this.#whileUnderWay(asked);
    };
    if (sent === 'before the body') reply();
    return {
      wantsBody: sent !== 'before the body',
      cut: (body) => end({ body: keep(body) }),
      body: (body, asSent) => {
        if (this.#isRunaway()) return this.#destroySockets();
        end({ body: keep(body), complete: true });
        if (!routed && aimed.tunnelTo && isProxy(aimed.origin)) {
          this.#watcher?.answer(number, tunnelOpened);
          return tunnel?.(aimed.origin, aimed.tunnelTo);
        }
        if (edge?.at === aimed.origin && !isAllowed) relay(body);
        else if (sent === 'after the call') this.#heldAnswers.push(reply);
        else if (sent === undefined) reply(asSent);
      },
    };
  }

  /** Preflights are the browser's own, and none of what the client repeats. */
  #isRunaway(): boolean {
    const { ceiling } = this.#setting;
    return this.requests.length > ceiling && this.requests.filter(({ preflight }) => !preflight).length > ceiling;
  }

  #send(send: SendAnswer, answer: Answer, place: Place | undefined): void {
    this.lastActivity = performance.now();
    send(answer);
    if (place) this.#events.emit(nameOfEvent({ answer: place }));
  }

  /** Ends every connection: no client can be judged by what follows. */
  #failWith(error: Error): void {
    this.fault ??= error instanceof HarnessFault ? error : new HarnessFault(error.message, { cause: error });
    this.#destroySockets();
  }

  #destroySockets(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Ends everything. Connections are reset: after a normal close, thousands of them would stay in TIME_WAIT and use up the ports. */
  async close(): Promise<void> {
    const closed = this.listeners.map((listener) => new Promise((resolve) => listener.close(resolve)));
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await Promise.all(closed);
  }
}
