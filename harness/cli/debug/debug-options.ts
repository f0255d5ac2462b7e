import type { Command } from 'commander';

/** Options for those who look for the cause of a finding. */
export interface DebugOptions {
  readonly verbose?: boolean;
  readonly inspect?: boolean | string;
  readonly inspectBrk?: boolean | string;
  readonly protocolLog?: string;
}

/** Adds the options that show what happens in a run. */
export function addDebugOptions(command: Command): Command {
  return command
    .option('--verbose', 'print each exchange as it happens')
    .option('--inspect [address]', 'open the inspector of Node.js in the process of the client')
    .option('--inspect-brk [address]', 'the same, and stop before the first call')
    .option('--protocol-log <file>', 'write every line to and from the driver into a file');
}
