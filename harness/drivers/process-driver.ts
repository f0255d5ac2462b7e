import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { HarnessFault } from '../fault.ts';
import { Driver, type Ended, type Started } from './driver.ts';
import { DriverHome } from './driver-home.ts';
import { readLines } from './lines.ts';
import { watchMemory } from './memory.ts';
import { parseMessage } from './messages.ts';
import { endWithAll, LEADS_GROUP } from './process-group.ts';
import type { HarnessMessage } from './protocol.ts';
import { openPipe } from './standard-input.ts';

/** How to start a driver: a program and its arguments, no shell. */
export type Command = readonly [program: string, ...args: string[]];

/** How a driver is started. */
export interface StartOptions {
  /** The root certificate of the run, as PEM. */
  readonly ca?: string | undefined;
  /** How long the driver may take from its start to `ready`, in milliseconds. */
  readonly limit?: number;
  /** The folder in which it is started. Default: that of the harness. */
  readonly cwd?: string | undefined;
  /** Somebody debugs the process: no deadline counts. */
  readonly inspected?: boolean;
  /** Receives each line that passes. */
  readonly log?: DriverLog | undefined;
}

/** A message to the driver (`>`) or from it (`<`), a line that it or its client printed (`|`), or its start or end (`=`). */
export type LineKind = '>' | '<' | '|' | '=';

/** Receives each line of a driver, and the id of its process, if it could be started. */
export type DriverLog = (kind: LineKind, line: string, pid?: number) => void;

const START_LIMIT = 20_000;

/** How much of what a driver prints is kept, in characters. */
const MOST_OUTPUT = 4_000;

/** How much a driver may write in one scenario: many times what the largest one needs. */
const mostWritten = {
  bytes: { most: 64 * 2 ** 20, words: '64 MiB' },
  messages: { most: 10_000, words: '10,000 messages' },
} as const;

/** How long the pipes of a driver are read that has ended, in milliseconds. */
const LAST_LINES = 1_000;

/** The driver was not ready in time. */
export class LateDriver extends HarnessFault {}

/** The end of a process, in words: `process exited with code 0`. */
const describeExit = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal ? `process killed by ${signal}` : `process exited with code ${code}`;

/** Drivers that still run: a client in an endless loop would outlive the harness. */
const running = new Set<ProcessDriver>();

let areEnded = false;

/** Ends every driver of this process. No other one can be started from now on. */
export function endAllDrivers(): void {
  areEnded = true;
  for (const driver of running) driver.kill();
}
process.once('exit', endAllDrivers);

/** A driver in a process of its own, and the JSON lines to and from it. */
class ProcessDriver extends Driver {
  override readonly home: string;
  protected readonly ended: Promise<Ended>;
  readonly #folder: DriverHome;
  readonly #process: ChildProcess;
  readonly #input: Writable | null;
  #crash: Ended | undefined;
  readonly #log: DriverLog | undefined;
  /** What was printed since it was last taken. */
  #output = '';
  override readonly isInspected: boolean;
  /** What the driver has written since the scenario was opened. */
  #written = { bytes: 0, messages: 0 };
  /** Whether it was ended for what it did: what it has written then counts no more. */
  #isStopped = false;

  constructor([program, ...args]: Command, { ca, cwd, inspected = false, log }: StartOptions) {
    super();
    this.isInspected = inspected;
    this.#log = log;
    const folder = new DriverHome(ca);
    this.#folder = folder;
    this.home = folder.path;
    const pipe = openPipe(folder.path);
    const child = spawn(program, args, {
      env: folder.environment,
      cwd,
      detached: LEADS_GROUP,
      stdio: [pipe?.readEnd ?? 'pipe', 'pipe', 'pipe'],
    });
    if (pipe) closeSync(pipe.readEnd);
    this.#process = child;
    this.#input = pipe?.writeEnd ?? child.stdin;
    running.add(this);
    const unwatch = child.pid === undefined ? undefined : watchMemory(child.pid, (what) => this.#stop(what));
    this.#note('=', `started ${[program, ...args].join(' ')}`);
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => resolve({ ended: `cannot start ${program}: ${error.message}` }));
      child.once('exit', () => this.#endRest());
      // `close` rather than `exit`: by then every line of the process has been read.
      child.once('close', (code, signal) => resolve(this.#crash ?? { ended: describeExit(code, signal) }));
    });
    void this.ended.then(({ ended }) => {
      running.delete(this);
      unwatch?.();
      this.#note('=', ended);
      this.#input?.destroy();
      folder.remove();
    });
    this.#input?.on('error', () => {
      // The process has ended; `ended` says why.
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', ({ length }: Buffer) => this.#count('bytes', length));
    const decoder = new TextDecoder();
    child.stderr?.on('data', (chunk: Buffer) => this.#keepOutput(decoder.decode(chunk, { stream: true })));
    if (child.stderr) void readLines(child.stderr, (line) => this.#note('|', line));
    if (child.stdout) void readLines(child.stdout, (line, isCut) => this.#read(line, isCut));
  }

  override takeOutput(): string {
    const output = this.#output;
    this.#output = '';
    return output.trim();
  }

  send(message: HarnessMessage): void {
    // The files of a driver end with it.
    if ('open' in message && running.has(this)) this.#begin(message.open.names);
    const line = JSON.stringify(message);
    this.#note('>', line);
    this.#input?.write(`${line}\n`);
  }

  override closeInput(): Promise<Ended> {
    this.#input?.end();
    return this.ended;
  }

  kill(): void {
    if (running.has(this)) endWithAll(this.#process, this.home);
  }

  /** Ends a driver that does what no scenario needs. */
  #stop(what: string): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#crash ??= { ended: `process killed: ${what}` };
    this.kill();
  }

  /** The process of the driver has ended: ends what it has left. */
  #endRest(): void {
    this.kill();
    // A process that cannot be found may still have the pipes, and would keep them open.
    const { stdout, stderr } = this.#process;
    setTimeout(() => [stdout, stderr].forEach((stream) => stream?.destroy()), LAST_LINES).unref();
  }

  /** A scenario begins, with these addresses. */
  #begin(names: Readonly<Record<string, number>>): void {
    this.#folder.prepareFor(names);
    this.#written = { bytes: 0, messages: 0 };
  }

  #count(what: keyof typeof mostWritten, more: number): void {
    this.#written[what] += more;
    const { most, words } = mostWritten[what];
    if (this.#written[what] > most) this.#stop(`it wrote more than ${words} in one scenario`);
  }

  #note(kind: LineKind, line: string): void {
    this.#log?.(kind, line, this.#process.pid);
  }

  #keepOutput(text: string): void {
    this.#output = (this.#output + text).slice(-MOST_OUTPUT);
  }

  /** Passes on what a library below the client refused since the last message of the driver; says whether it refused anything. */
  #reportBlocked(): boolean {
    const fresh = this.#folder.takeBlocked();
    for (const address of fresh) this.receive({ blocked: address });
    return fresh.length > 0;
  }

  #read(line: string, isCut: boolean): void {
    if (this.#isStopped) return;
    if (isCut) return this.receive({ fault: 'the driver printed a line of more than 16 MiB' });
    const message = parseMessage(line);
    this.#note(message ? '<' : '|', line);
    if (!message) return this.#keepOutput(`${line}\n`);
    this.#count('messages', 1);
    const wasBlocked = this.#reportBlocked();
    if ('crashed' in message) this.#crash = { ended: message.crashed, ...(message.in !== undefined && { in: message.in }) };
    // The client knows of a refused connection, not why it was refused.
    this.receive(wasBlocked && 'error' in message ? { class: 'blocked-address', ...message } : message);
  }
}

/** Starts a driver and waits until its adapter is loaded. Throws a HarnessFault that says why it could not be. */
export async function startProcess(command: Command, options: StartOptions = {}): Promise<Started> {
  const { limit = START_LIMIT, inspected = false } = options;
  if (areEnded) throw new HarnessFault('the run has ended');
  const driver = new ProcessDriver(command, options);
  let late = false;
  const endLate = (): void => {
    late = true;
    driver.kill();
  };
  const timer = inspected ? undefined : setTimeout(endLate, limit);
  try {
    return { driver, ready: await driver.introduce() };
  } catch (error) {
    driver.kill();
    if (!(error instanceof HarnessFault)) throw error;
    const lastLine = driver.takeOutput().split('\n').at(-1) ?? '';
    const reason = late ? `the driver was not ready within ${limit / 1000} s` : error.message;
    const message = lastLine === '' ? reason : `${reason}; last output: ${lastLine}`;
    throw late ? new LateDriver(message, { cause: error }) : new HarnessFault(message, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
