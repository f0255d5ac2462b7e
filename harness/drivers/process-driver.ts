import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { HarnessFault } from '../fault.ts';
import { Driver, type Ended, type Started } from './driver.ts';
import { parseMessage } from './messages.ts';
import type { HarnessMessage } from './protocol.ts';

/** How to start a driver: a program and its arguments, no shell. */
export type Command = readonly [program: string, ...args: string[]];

/** How long a driver may take from its start to `ready`, in milliseconds. */
const START_LIMIT = 20_000;

/** Variables that a program needs to start. Everything else could change how clients behave (`http_proxy`, NODE_OPTIONS, netrc). */
function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: home, TMPDIR: process.env['TMPDIR'] };
}

/** The end of a process, in words: `process exited with code 0`. */
const describeExit = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal ? `process killed by ${signal}` : `process exited with code ${code}`;

/** Drivers that still run: a client in an endless loop would outlive the harness. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A driver in a process of its own, and the JSON lines to and from it. */
class ProcessDriver extends Driver {
  protected readonly ended: Promise<Ended>;
  readonly #process: ChildProcess;
  #crash: string | undefined;
  /** What the client printed last: it may say why the process ended. */
  #output = '';

  constructor([program, ...args]: Command) {
    super();
    const home = mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
    const child = spawn(program, args, { env: cleanEnvironment(home), stdio: 'pipe' });
    this.#process = child;
    running.add(child);
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => resolve({ ended: `cannot start ${program}: ${error.message}` }));
      // `close` rather than `exit`: by then every line of the process has been read.
      child.once('close', (code, signal) => resolve({ ended: this.#crash ?? describeExit(code, signal) }));
    });
    void this.ended.finally(() => {
      running.delete(child);
      rmSync(home, { recursive: true, force: true });
    });
    child.stdin.on('error', () => {
      // The process has ended; `ended` says why.
    });
    child.stderr.on('data', (text: Buffer) => this.#keepOutput(text.toString()));
    createInterface({ input: child.stdout }).on('line', (line) => this.#read(line));
  }

  /** The last line that the client printed. */
  get lastOutput(): string {
    return this.#output.trim().split('\n').at(-1) ?? '';
  }

  send(message: HarnessMessage): void {
    this.#process.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  override closeInput(): Promise<Ended> {
    this.#process.stdin?.end();
    return this.ended;
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #keepOutput(text: string): void {
    this.#output = (this.#output + text).slice(-2000);
  }

  #read(line: string): void {
    const message = parseMessage(line);
    if (!message) return this.#keepOutput(`${line}\n`);
    if ('crashed' in message) this.#crash = message.crashed;
    this.receive(message);
  }
}

/** Starts a driver and waits until its adapter is loaded. Throws a HarnessFault that says why it could not be. */
export async function startProcess(command: Command): Promise<Started> {
  const driver = new ProcessDriver(command);
  const timer = setTimeout(() => driver.kill(), START_LIMIT);
  try {
    return { driver, ready: await driver.introduce() };
  } catch (error) {
    driver.kill();
    if (!(error instanceof HarnessFault) || driver.lastOutput === '') throw error;
    throw new HarnessFault(`${error.message}; last output: ${driver.lastOutput}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
