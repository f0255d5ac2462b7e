import { createInterface } from 'node:readline';
import type { Client } from '../../adapter/index.ts';
import type { Transport } from '../../../suites/vocabulary/result.ts';
import type { HarnessMessage } from '../protocol.ts';
import { describeThrown } from './errors.ts';
import { installGuard } from './guard.ts';
import { NodeDriver, type SendBack } from './node-driver.ts';

/** Keeps stdout for the protocol: what the client prints from now on goes to stderr. */
function claimStdout(): SendBack {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (message) => void write(`${JSON.stringify(message)}\n`);
}

/** An uncaught exception would have ended any process of the client's user. */
function reportCrashes(sendBack: SendBack): void {
  process.on('uncaughtException', (error: unknown, origin) => {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : describeThrown(error);
    sendBack({ crashed: `${origin === 'unhandledRejection' ? 'unhandled rejection' : 'uncaught exception'}: ${what}` });
    process.exit(1);
  });
}

/** How long a process may live that its client keeps alive, in milliseconds. */
const LINGER = 10_000;

/** The process ends by itself, unless its client keeps it alive; then it is ended. */
function endInTime(): void {
  setTimeout(() => process.exit(), LINGER).unref();
}

/**
 * Speaks docs/protocol.md on stdin and stdout for one client, until stdin ends. It loads no HTTP client itself:
 * importing one could change another.
 */
export async function runDriver(load: () => Promise<Client>, transport: Transport): Promise<void> {
  const sendBack = claimStdout();
  const fault = (error: unknown): void => sendBack({ fault: error instanceof Error ? error.message : describeThrown(error) });
  reportCrashes(sendBack);
  installGuard((address) => sendBack({ blocked: address }));
  try {
    const mock = transport === 'msw' ? await (await import('./msw.ts')).startMock() : undefined;
    const driver = new NodeDriver(await load(), mock, sendBack);
    for await (const line of createInterface({ input: process.stdin })) {
      driver.handle(JSON.parse(line) as HarnessMessage).catch(fault);
    }
    endInTime();
  } catch (error) {
    fault(error);
    process.exit();
  }
}
