import { createInterface } from 'node:readline';
import type { Transport } from '../../../suites/vocabulary/result.ts';
import type { Client } from '../../client.ts';
import type { HarnessMessage } from '../protocol.ts';
import { describeThrown } from './errors.ts';
import { installGuard } from './guard.ts';
import { NodeDriver, type Say } from './node-driver.ts';

/** Keeps stdout for the protocol: whatever the client prints from now on goes to stderr. */
function claimStdout(): Say {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (message) => void write(`${JSON.stringify(message)}\n`);
}

/** An exception that nobody caught would have ended any process of the client's user. */
function reportCrashes(say: Say): void {
  process.on('uncaughtException', (error: unknown, origin) => {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : describeThrown(error);
    say({ crashed: `${origin === 'unhandledRejection' ? 'unhandled rejection' : 'uncaught exception'}: ${what}` });
    process.exit(1);
  });
}

/** How long a process may stay that its client does not let go, in milliseconds. */
const LINGER = 10_000;

/** The process ends by itself, unless its client holds on to something; then it ends all the same. */
function endInTime(): void {
  setTimeout(() => process.exit(), LINGER).unref();
}

/**
 * Speaks docs/protocol.md on stdin and stdout for one client, until stdin ends. It loads no HTTP client itself:
 * importing one could change another.
 */
export async function runDriver(load: () => Promise<Client>, transport: Transport): Promise<void> {
  const say = claimStdout();
  const fault = (error: unknown): void => say({ fault: error instanceof Error ? error.message : describeThrown(error) });
  reportCrashes(say);
  installGuard((address) => say({ blocked: address }));
  try {
    const network = transport === 'msw' ? await (await import('./msw.ts')).mockNetwork() : undefined;
    const driver = new NodeDriver(await load(), network, say);
    for await (const line of createInterface({ input: process.stdin })) {
      driver.handle(JSON.parse(line) as HarnessMessage).catch(fault);
    }
    endInTime();
  } catch (error) {
    fault(error);
    process.exit();
  }
}
