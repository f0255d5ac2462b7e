import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LanguageClient } from '../../clients/languages.ts';
import type { Command } from '../../drivers/process-driver.ts';
import { UsageError } from '../usage-error.ts';
import { mappedCommand, mappingLibrary } from './mapping-library.ts';

const run = promisify(execFile);

/** What starts the driver of a client of another language: a command for each program that has the client, none if the machine lacks what it needs. */
export type FoundLanguage = readonly Command[];

async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  try {
    await run(program, args);
    return true;
  } catch {
    return false;
  }
}

/** Builds a driver, or passes on the path at which it would be. Throws a UsageError with what the compiler said first. */
async function built({ id, build }: LanguageClient, program: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'redirect-conformance-')), 'driver');
  if (!build) return file;
  try {
    await run(program, build(file));
    return file;
  } catch (error) {
    const said = String((error as { readonly stderr?: unknown }).stderr ?? error).trim();
    throw new UsageError(`--client=${id}: its driver cannot be built: ${said.split('\n').at(-1)}`);
  }
}

/** The command with the library that maps addresses below it; none if the client needs that, and there is no compiler. */
async function mapped({ preload, preloads }: LanguageClient, command: Command): Promise<FoundLanguage> {
  if (!preload) return [command];
  const library = await mappingLibrary();
  if (library === undefined) return preload === 'always' ? [] : [command];
  return [mappedCommand(preloads === undefined ? library : `${library}:${preloads}`, command)];
}

async function find(client: LanguageClient): Promise<FoundLanguage> {
  const commands = await Promise.all(
    client.programs.map(async (program) =>
      (await succeeds(program, client.probe)) ? mapped(client, client.start(program, await built(client, program))) : [],
    ),
  );
  return commands.flat();
}

const found = new Map<string, Promise<FoundLanguage>>();

/** Looks for what a client of another language needs, once in a run. */
export function findLanguage(client: LanguageClient): Promise<FoundLanguage> {
  const result = found.get(client.id) ?? find(client);
  found.set(client.id, result);
  return result;
}

/** What brings a client of another language to a Debian system. */
export const installCommand = ({ packages, preload }: LanguageClient): string =>
  `apt-get install ${[...packages, ...(preload === 'always' ? ['gcc', 'libc6-dev'] : [])].join(' ')}`;
