import { appendFileSync, writeFileSync } from 'node:fs';
import type { DriverLog } from '../../drivers/process-driver.ts';
import { UsageError } from '../usage-error.ts';

/** Makes an empty file for the log. Throws a UsageError if that is not possible. */
export function createProtocolLog(file: string): void {
  try {
    writeFileSync(file, '');
  } catch (error) {
    throw new UsageError(`--protocol-log=${file}: cannot be written: ${(error as Error).message}`);
  }
}

/** Adds each line to a file, with its time, the name of the client, the id of its process, and its kind. Several processes may write to one file. */
export const protocolLog =
  (file: string, client: string): DriverLog =>
  (kind, line, pid = 0) =>
    appendFileSync(file, `${new Date().toISOString()} ${client} ${pid} ${kind} ${line}\n`);
