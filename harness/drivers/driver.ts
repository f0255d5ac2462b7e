import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { driverMessage } from './messages.ts';
import { PROTOCOL, type DriverMessage, type HarnessMessage, type Ready } from './protocol.ts';

/** How to start a driver: a program and its arguments, no shell. */
export type Command = readonly [program: string, ...args: string[]];

/** The adapter or its driver is at fault, not the client: no verdict can be given. */
export class HarnessFault extends Error {
  override readonly name = 'HarnessFault';
}

/** How long a driver may take from its start to `ready`. */
const START_LIMIT = 20_000;

/** Variables that a program needs to start; everything else would change how clients behave (`http_proxy`, NODE_OPTIONS, netrc). */
function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: home, TMPDIR: process.env['TMPDIR'] };
}

/** The end of a driver's process, in words: `process exited with code 0`. */
const describeExit = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal ? `process killed by ${signal}` : `process exited with code ${code}`;

type Listener = (message: DriverMessage) => void;

/** A driver whose process has ended, with the reason. */
export interface Ended {
  readonly ended: string;
}

/** One driver process, and the JSON lines to and from it. */
export class Driver {
  readonly #process: ChildProcess;
  readonly #ended: Promise<Ended>;
  readonly #listeners = new Set<Listener>();
  #crash: string | undefined;
  /** What the client printed last, for the message of a fault. */
  #noise = '';

  private constructor([program, ...args]: Command) {
    const home = mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
    const child = spawn(program, args, { env: cleanEnvironment(home), stdio: 'pipe' });
    this.#process = child;
    this.#ended = new Promise((resolve) => {
      child.once('error', (error) => resolve({ ended: `cannot start ${program}: ${error.message}` }));
      // `close` rather than `exit`: by then every line of the process has been read.
      child.once('close', (code, signal) => resolve({ ended: this.#crash ?? describeExit(code, signal) }));
    });
    void this.#ended.finally(() => rmSync(home, { recursive: true, force: true }));
    child.stdin.on('error', () => {
      // The process is gone; #ended tells why.
    });
    child.stderr.on('data', (text: Buffer) => this.#keepNoise(text.toString()));
    createInterface({ input: child.stdout }).on('line', (line) => this.#read(line));
  }

  /** Starts a driver and waits until its adapter is loaded. Throws a HarnessFault that says why it could not be. */
  static async start(command: Command): Promise<{ readonly driver: Driver; readonly ready: Ready }> {
    const driver = new Driver(command);
    const timer = setTimeout(() => driver.kill(), START_LIMIT);
    try {
      const answer = await driver.ask({ hello: { protocol: PROTOCOL } }, (message) => ('ready' in message ? message : undefined));
      if ('ended' in answer)
        throw new HarnessFault(`the driver ended before it was ready: ${answer.ended}\n${driver.#noise}`.trim());
      return { driver, ready: answer.ready };
    } catch (error) {
      driver.kill();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Hands every message to a listener until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Says something without waiting for an answer. */
  tell(message: HarnessMessage): void {
    this.#process.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  /** Says something and waits for the message that `pick` takes for the answer, or for the end of the process. Throws a HarnessFault if the driver reports one. */
  async ask<Answer>(message: HarnessMessage, pick: (message: DriverMessage) => Answer | undefined): Promise<Answer | Ended> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const stop = this.listen((answer) => {
      if ('fault' in answer) return reject(new HarnessFault(answer.fault));
      const picked = pick(answer);
      if (picked !== undefined) resolve(picked);
    });
    this.tell(message);
    try {
      return await Promise.race([promise, this.#ended]);
    } finally {
      stop();
    }
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #keepNoise(text: string): void {
    this.#noise = (this.#noise + text).slice(-2000);
  }

  #read(line: string): void {
    const json = parseJson(line);
    if (json === undefined) return this.#keepNoise(line);
    const { success, data, error } = driverMessage.safeParse(json);
    const message: DriverMessage = success ? data : { fault: describeNonsense(json, error) };
    if ('crashed' in message) this.#crash = message.crashed;
    for (const listener of this.#listeners) listener(message);
  }
}

/** Why a message is none of the protocol: `response.status: expected number, received undefined`. */
function describeNonsense(json: unknown, error: z.ZodError): string {
  return `the adapter answered with nonsense: ${z.prettifyError(error).split('\n').join(' ').trim()} in ${JSON.stringify(json).slice(0, 200)}`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
