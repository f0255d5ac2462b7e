import module from 'node:module';
import type { Client } from '../../adapter/index.ts';
import { isNode } from '../../this-runtime.ts';
import type { HarnessMessage, Ready } from '../protocol.ts';
import { readLines } from '../lines.ts';
import { describeThrown } from './errors.ts';
import { isLegible } from './event-loop-self-test.ts';
import { outlook, watchEventLoop } from './event-loop.ts';
import { keepGlobalDispatcher } from './global-dispatcher.ts';
import { installGuard } from './guard.ts';
import { NodeDriver, type SendBack } from './node-driver.ts';
import { setTimeout } from './own-globals.ts';
import { scenarioScope } from './scope.ts';
import { type MockSetup, startMock } from './start-mock.ts';

/** Keeps stdout for the protocol: what the client prints from now on goes to stderr. */
function claimStdout(): SendBack {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  // The client may have written a part of a line past the stream: a message begins a line of its own.
  return (message) => void write(`\n${JSON.stringify(message)}\n`);
}

/** Ends this process: a client may put something else in the place of `process.exit`. */
const exit = process.exit.bind(process);

/** An uncaught exception would have ended any process of the client's user. */
function reportCrashes(sendBack: SendBack): void {
  let reported = false;
  const report = (crashed: string): void => {
    if (!reported) sendBack({ crashed, in: scenarioScope.getStore() });
    reported = true;
  };
  process.on('uncaughtException', (error: unknown, origin) => {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : describeThrown(error);
    report(`${origin === 'unhandledRejection' ? 'unhandled rejection' : 'uncaught exception'}: ${what}`);
    exit(1);
  });
  // Outside of any scenario the process ends because its work is done.
  process.on('exit', (code) => {
    if (scenarioScope.getStore() !== undefined) report(`process exited with code ${code}`);
  });
}

/**
 * How many timers can still fire and keep the process alive. A client that waits between two attempts has such a timer.
 * Those of idle connections, and of deadlines, do not keep a process alive.
 */
const pendingTimers = (): number => process.getActiveResourcesInfo().filter((type) => type === 'Timeout').length;

/** How long a process may live that its client keeps alive, in milliseconds. */
const LINGER = 10_000;

/** The process ends by itself, unless its client keeps it alive; then it is ended. */
function endInTime(): void {
  setTimeout(() => exit(), LINGER).unref();
}

/**
 * Keeps the process inside its scenarios, and says what can be asked of it. Other runtimes connect below what they have of
 * Node.js, where a library maps and refuses; their event loops cannot be read.
 */
async function watch(sendBack: SendBack): Promise<Pick<Ready, 'timers' | 'probe'>> {
  installGuard((address) => sendBack({ blocked: address }));
  watchEventLoop();
  return { timers: true, ...((await isLegible()) && { probe: true }) };
}

/**
 * Speaks docs/protocol.md on stdin and stdout for one client, until stdin ends. It loads no HTTP client itself:
 * importing one could change another.
 */
export async function runDriver(load: () => Promise<Client>, transport: 'wire' | MockSetup): Promise<void> {
  const sendBack = claimStdout();
  const fault = (error: unknown): void => sendBack({ fault: error instanceof Error ? error.message : describeThrown(error) });
  reportCrashes(sendBack);
  const abilities = isNode ? await watch(sendBack) : {};
  try {
    const mock = transport === 'wire' ? undefined : await startMock(transport);
    const client = await load();
    keepGlobalDispatcher();
    // A driver is killed when it is done. Old releases of Node.js have no cache.
    module.flushCompileCache?.();
    const driver = new NodeDriver(client, mock, sendBack, abilities);
    await readLines(process.stdin, (line) => {
      const message = JSON.parse(line) as HarnessMessage;
      if ('timers' in message) sendBack({ pending: pendingTimers() });
      else if ('probe' in message)
        void outlook(message.probe.within, () => message.probe.settled ?? driver.isAwaited).then((probed) =>
          sendBack({ probed }),
        );
      else driver.handle(message).catch(fault);
    });
    endInTime();
  } catch (error) {
    fault(error);
    exit();
  }
}
