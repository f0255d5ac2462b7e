import { languageClients, type LanguageClient } from '../../clients/languages.ts';
import type { Command, StartOptions } from '../../drivers/process-driver.ts';
import type { Started } from '../../drivers/driver.ts';
import { HarnessFault } from '../../fault.ts';
import { isClone } from '../../installation.ts';
import type { ColumnSetup } from '../../run/column-run.ts';
import { UsageError } from '../usage-error.ts';
import { findLanguage, installCommand } from './find-language.ts';

type Start = (command: Command, options: StartOptions) => Promise<Started>;

/** The name of all clients of other languages that the machine has. */
export const ALL_LANGUAGES = 'languages';

/** The clients of other languages that a name stands for: `curl`, `python`, `python/requests`. */
export const languagesNamed = (name: string): readonly LanguageClient[] =>
  languageClients.filter(({ id }) => name === ALL_LANGUAGES || id === name || id.startsWith(`${name}/`));

/** Whether the list of known deviations is for this version. */
const isListed = (version: string, { listed }: LanguageClient): boolean =>
  listed !== undefined && (version === listed || version.startsWith(`${listed}.`));

/** The version of a client, as its driver reports it. Throws a UsageError if the driver cannot be started. */
async function versionOf({ id }: LanguageClient, command: Command, start: Start): Promise<string> {
  try {
    const { driver, ready } = await start(command, {});
    driver.kill();
    return ready.version;
  } catch (error) {
    if (error instanceof HarnessFault) throw new UsageError(`--client=${id}: ${error.message}`);
    throw error;
  }
}

/** Columns, and a line for each client that has none. */
export interface LanguageColumns {
  readonly columns: readonly ColumnSetup[];
  readonly skipped: readonly string[];
}

interface FoundVersion {
  readonly command: Command;
  readonly version: string;
}

/** The client that a column runs: with `gating` one in the listed version if there is one, otherwise the first. */
async function chosen(client: LanguageClient, start: Start, gating: boolean): Promise<FoundVersion | undefined> {
  const commands = await findLanguage(client);
  const candidates = gating ? commands : commands.slice(0, 1);
  const found = await Promise.all(
    candidates.map(async (command) => ({ command, version: await versionOf(client, command, start) })),
  );
  return found.find(({ version }) => isListed(version, client)) ?? found[0];
}

/** The column of a client, or why it has none. With `gating`, one in a version without known deviations has none. */
async function columnOf(client: LanguageClient, start: Start, gating: boolean): Promise<ColumnSetup | string> {
  const { id, listed } = client;
  const found = await chosen(client, start, gating);
  if (!found) return `${id} is not installed; on Debian: ${installCommand(client)}`;
  const { command, version } = found;
  // The lists of this project are for the versions that it names.
  const isGated = isListed(version, client);
  if (gating && !isGated) return `${id} is skipped: it is ${version}, and its known deviations are for ${listed}`;
  return { id, client: id, transport: 'wire', command, bundled: isClone && isGated };
}

/** The columns of these clients, as far as the machine has them. */
export async function languageColumns(
  clients: readonly LanguageClient[],
  start: Start,
  { gating = false } = {},
): Promise<LanguageColumns> {
  const all = await Promise.all(clients.map((client) => columnOf(client, start, gating)));
  return {
    columns: all.filter((each) => typeof each === 'object'),
    skipped: all.filter((each) => typeof each === 'string'),
  };
}

/** The columns of clients that are asked for by name; one line says which of several is not installed. Throws a UsageError if there is none. */
export async function languageColumnsNamed(name: string, start: Start): Promise<readonly ColumnSetup[]> {
  const { columns, skipped } = await languageColumns(languagesNamed(name), start);
  if (columns.length === 0) throw new UsageError(`--client=${name}: ${skipped[0]}`);
  for (const line of skipped) console.error(`redirect-conformance: ${line}`);
  return columns;
}
