import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

/** The two ends of a pipe: a descriptor for the process that reads, and a stream for the one that writes. */
export interface Pipe {
  readonly readEnd: number;
  readonly writeEnd: Writable;
}

/**
 * A pipe of the operating system, made in a folder. Node.js would give a child a socket as its standard input, and a
 * program cannot open that as `/dev/stdin`. Undefined where the system has no named pipes.
 */
export function openPipe(folder: string): Pipe | undefined {
  const path = join(folder, 'stdin');
  try {
    execFileSync('mkfifo', ['-m', '600', path], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  // Open for both, since an end alone waits for the other one.
  const both = openSync(path, 'r+');
  const readEnd = openSync(path, 'r');
  const writeEnd = new net.Socket({ fd: openSync(path, 'w'), readable: false, writable: true });
  closeSync(both);
  rmSync(path);
  return { readEnd, writeEnd };
}
