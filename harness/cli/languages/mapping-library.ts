import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Command } from '../../drivers/process-driver.ts';
import { root } from '../../installation.ts';

const run = promisify(execFile);

const source = join(root, 'harness/drivers/preload/map-addresses.c');

async function build(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const library = join(await mkdtemp(join(tmpdir(), 'redirect-conformance-')), 'map-addresses.so');
  try {
    await run('cc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread']);
    return library;
  } catch {
    return undefined;
  }
}

let library: Promise<string | undefined> | undefined;

/** The library that maps addresses below a dynamically linked program, built once in a run; undefined where that is not possible. */
export const mappingLibrary = (): Promise<string | undefined> => (library ??= build());

/** A command with the library below it, and below every program that it starts. */
export const mappedCommand = (file: string, command: Command): Command => ['env', `LD_PRELOAD=${file}`, ...command];
