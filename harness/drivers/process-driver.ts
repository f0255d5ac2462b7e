import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { HarnessFault } from '../fault.ts';
import { Driver, type Ended, type Started } from './driver.ts';
import { readLines } from './lines.ts';
import { parseMessage } from './messages.ts';
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

/** The driver was not ready in time. */
export class LateDriver extends HarnessFault {}

/** The folder of a driver, and files in it by which the addresses of a scenario reach a library below the client. */
interface DriverFiles {
  readonly home: string;
  readonly names: string;
  readonly blocked: string;
}

const filesIn = (home: string): DriverFiles => ({
  home,
  names: join(home, 'conformance-names'),
  blocked: join(home, 'conformance-blocked'),
});

/** The addresses of a scenario as a line of text each: `host:port`, and the port on which it listens. */
const namesText = (names: Readonly<Record<string, number>>): string =>
  Object.entries(names)
    .map(([address, port]) => `${address} ${port}\n`)
    .join('');

/** Replaces what a file holds. It is not made anew: ext4 writes a file that was emptied to the disk at once, which takes milliseconds. */
function rewrite(file: number, text: string): void {
  const length = writeSync(file, text, 0);
  ftruncateSync(file, length);
}

/**
 * Variables that a program needs to start, among them where the browser is, where Node.js keeps compiled modules, and those that name the root certificate for clients that read them.
 * Everything else could change how clients behave (`http_proxy`, NODE_OPTIONS, netrc).
 */
function cleanEnvironment({ home, names, blocked }: DriverFiles, ca: string | undefined): NodeJS.ProcessEnv {
  const common = {
    PATH: process.env['PATH'],
    HOME: home,
    TMPDIR: process.env['TMPDIR'],
    CHROMIUM: process.env['CHROMIUM'],
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    REDIRECT_CONFORMANCE_NAMES: names,
    REDIRECT_CONFORMANCE_BLOCKED: blocked,
  };
  if (ca === undefined) return common;
  const file = join(home, 'ca.pem');
  writeFileSync(file, ca);
  return { ...common, NODE_EXTRA_CA_CERTS: file, SSL_CERT_FILE: file, DENO_CERT: file };
}

/** The end of a process, in words: `process exited with code 0`. */
const describeExit = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal ? `process killed by ${signal}` : `process exited with code ${code}`;

/** Whether a driver leads a group of processes: it is ended with all that it started, and Ctrl-C in a terminal does not reach it. */
const LEADS_GROUP = process.platform !== 'win32';

/** Ends a process, and the processes that it started. */
function endGroup(child: ChildProcess): void {
  try {
    if (LEADS_GROUP && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // All of them have ended.
  }
}

/** Drivers that still run: a client in an endless loop would outlive the harness. */
const running = new Set<ChildProcess>();

/** Ends every driver of this process. */
export function endAllDrivers(): void {
  for (const child of running) endGroup(child);
}
process.once('exit', endAllDrivers);

/** A driver in a process of its own, and the JSON lines to and from it. */
class ProcessDriver extends Driver {
  override readonly home = mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
  protected readonly ended: Promise<Ended>;
  readonly #files = filesIn(this.home);
  readonly #namesFile = openSync(this.#files.names, 'w');
  /** How many refused addresses have been reported. */
  #reported = 0;
  readonly #process: ChildProcess;
  readonly #input: Writable | null;
  #crash: Ended | undefined;
  readonly #log: DriverLog | undefined;
  /** What was printed since it was last taken. */
  #output = '';
  override readonly isInspected: boolean;

  constructor([program, ...args]: Command, { ca, cwd, inspected = false, log }: StartOptions) {
    super();
    this.isInspected = inspected;
    this.#log = log;
    const { home } = this;
    const pipe = openPipe(home);
    const child = spawn(program, args, {
      env: cleanEnvironment(this.#files, ca),
      cwd,
      detached: LEADS_GROUP,
      stdio: [pipe?.readEnd ?? 'pipe', 'pipe', 'pipe'],
    });
    if (pipe) closeSync(pipe.readEnd);
    this.#process = child;
    this.#input = pipe?.writeEnd ?? child.stdin;
    running.add(child);
    this.#note('=', `started ${[program, ...args].join(' ')}`);
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => resolve({ ended: `cannot start ${program}: ${error.message}` }));
      // `close` rather than `exit`: by then every line of the process has been read.
      child.once('close', (code, signal) => resolve(this.#crash ?? { ended: describeExit(code, signal) }));
    });
    void this.ended.then(({ ended }) => {
      running.delete(child);
      this.#note('=', ended);
      this.#input?.destroy();
      closeSync(this.#namesFile);
      rmSync(home, { recursive: true, force: true });
    });
    this.#input?.on('error', () => {
      // The process has ended; `ended` says why.
    });
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
    if ('open' in message && running.has(this.#process)) rewrite(this.#namesFile, namesText(message.open.names));
    const line = JSON.stringify(message);
    this.#note('>', line);
    this.#input?.write(`${line}\n`);
  }

  override closeInput(): Promise<Ended> {
    this.#input?.end();
    return this.ended;
  }

  kill(): void {
    if (running.has(this.#process)) endGroup(this.#process);
  }

  #note(kind: LineKind, line: string): void {
    this.#log?.(kind, line, this.#process.pid);
  }

  #keepOutput(text: string): void {
    this.#output = (this.#output + text).slice(-MOST_OUTPUT);
  }

  /** Passes on what a library below the client refused since the last message of the driver; says whether it refused anything. */
  #reportBlocked(): boolean {
    const { blocked } = this.#files;
    if (!existsSync(blocked)) return false;
    const addresses = readFileSync(blocked, 'utf8').split('\n').slice(0, -1);
    const fresh = addresses.slice(this.#reported);
    this.#reported = addresses.length;
    for (const address of fresh) this.receive({ blocked: address });
    return fresh.length > 0;
  }

  #read(line: string, isCut: boolean): void {
    if (isCut) return this.receive({ fault: 'the driver printed a line of more than 16 MiB' });
    const message = parseMessage(line);
    this.#note(message ? '<' : '|', line);
    if (!message) return this.#keepOutput(`${line}\n`);
    const wasBlocked = this.#reportBlocked();
    if ('crashed' in message) this.#crash = { ended: message.crashed, ...(message.in !== undefined && { in: message.in }) };
    // The client knows of a refused connection, not why it was refused.
    this.receive(wasBlocked && 'error' in message ? { class: 'blocked-address', ...message } : message);
  }
}

/** Starts a driver and waits until its adapter is loaded. Throws a HarnessFault that says why it could not be. */
export async function startProcess(command: Command, options: StartOptions = {}): Promise<Started> {
  const { limit = START_LIMIT, inspected = false } = options;
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
