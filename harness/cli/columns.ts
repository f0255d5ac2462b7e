import { existsSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { parseArgsStringToArgv } from 'string-argv';
import type { Transport } from '../../suites/vocabulary/result.ts';
import { absentClients, bundledClients, type BundledClient, namedClients } from '../clients/index.ts';
import type { Started } from '../drivers/driver.ts';
import { HarnessFault } from '../fault.ts';
import { isClone, modulePath } from '../installation.ts';
import { type Command, LateDriver, type StartOptions, startProcess } from '../drivers/process-driver.ts';
import type { ColumnSetup } from '../run/column-run.ts';
import { projectFolder, requireInstalled } from './installed.ts';
import { UsageError } from './usage-error.ts';
import { findRelease, type NamedRelease, releaseIn } from './versions/find-release.ts';
import { userPath } from './user-path.ts';

/** Starts a driver to ask for its name. */
export type Start = (command: Command, options: StartOptions) => Promise<Started>;

const nodeDriver = modulePath('harness/drivers/node/main');

/** How to start a column with an option of Node.js that opens the inspector; undefined if its driver is another program. */
export function inspectable({ command: [program, driver, ...args] }: ColumnSetup, flag: string): Command | undefined {
  return driver === nodeDriver ? [program, flag, driver, ...args] : undefined;
}

const startAdapter = (module: string, transport: Transport, packages = projectFolder()): Command => [
  process.execPath,
  nodeDriver,
  module,
  transport,
  packages,
];

const idUnder = (transport: Transport, id: string): string => (transport === 'msw' ? `${id}~msw` : id);

const toColumn = ({ id, module }: BundledClient, transport: Transport): ColumnSetup => ({
  id: idUnder(transport, id),
  client: id,
  transport,
  command: startAdapter(module, transport),
  // The lists of this project are for the versions that it has.
  bundled: isClone,
});

/** The clients in the matrix that this machine can run. */
function presentClients(): readonly BundledClient[] {
  const absent = absentClients().map(({ id }) => id);
  return bundledClients.filter(({ id }) => !absent.includes(id));
}

/** What to tell the user of the clients in the matrix that this machine cannot run, a line for each thing that it lacks. */
export function notesOnAbsent(): readonly string[] {
  const byReason = Map.groupBy(absentClients(), ({ because }) => because);
  return [...byReason].map(([because, clients]) => `skipped: ${clients.map(({ id }) => id).join(', ')}: ${because}`);
}

/** The columns of bundled clients over these transports; by default of all clients in the matrix. */
export function bundledColumns(
  transports: readonly Transport[],
  clients: readonly BundledClient[] = presentClients(),
): readonly ColumnSetup[] {
  return transports.flatMap((transport) =>
    clients.filter(({ msw }) => transport === 'wire' || msw).map((client) => toColumn(client, transport)),
  );
}

const isFile = (name: string): boolean => /^[./]|\.[cm]?[jt]s$/.test(name);

/** The name of a client as it is typed in the current folder, whether a person or a configuration named it. */
function asTyped(name: string): string {
  const path = relative(userPath('.'), name);
  return isAbsolute(name) && !path.startsWith('..') ? `./${path}` : name;
}

/** The part of a column that its driver decides. */
type Named = Pick<ColumnSetup, 'id' | 'fault'>;

/** Asks an adapter for its name, which is the id of its column. A driver that is late keeps what it was asked by, and ends only its own column. */
async function nameOf(command: Command, name: string, cwd: string, start: Start): Promise<Named> {
  try {
    const { driver, ready } = await start(command, { cwd });
    driver.kill();
    return { id: ready.name };
  } catch (error) {
    if (error instanceof LateDriver) return { id: name, fault: error.message };
    if (error instanceof HarnessFault) throw new UsageError(`--client=${name}: ${error.message}`);
    throw error;
  }
}

async function foreignColumns(
  name: string,
  commandFor: (transport: Transport) => Command,
  transports: readonly Transport[],
  start: Start,
): Promise<readonly ColumnSetup[]> {
  const cwd = userPath('.');
  return Promise.all(
    transports.map(async (transport) => {
      const command = commandFor(transport);
      const { id, ...named } = await nameOf(command, name, cwd, start);
      return { id: idUnder(transport, id), client: asTyped(name), transport, command, cwd, bundled: false, ...named };
    }),
  );
}

/** The bundled clients that a name stands for; `name` is how the user wrote it. */
function clientsNamed(bare: string, name: string): readonly BundledClient[] {
  const clients = bare === 'all' ? presentClients() : namedClients.filter(({ id }) => id === bare || id.startsWith(`${bare}/`));
  if (clients.length > 0) return clients;
  const known = namedClients.map(({ id }) => id).join(', ');
  throw new UsageError(`--client=${name}: no such client; available: ${known}, all, or a file such as ./my-client.ts`);
}

/** A column of a bundled client in a release of its own, which is installed if need be. */
async function releasedColumns(
  { client, version, onlyMsw }: NamedRelease,
  transports: readonly Transport[],
): Promise<readonly ColumnSetup[]> {
  const name = `${client}@${version}`;
  const clients = clientsNamed(client, name);
  const over = onlyMsw ? (['msw'] as const) : transports;
  const columns = await Promise.all(
    clients.map(async (each) => {
      const { version: exact, folder } = await findRelease(each, version, `--client=${name}`);
      return over
        .filter((transport) => transport === 'wire' || each.msw)
        .map((transport): ColumnSetup => ({
          id: idUnder(transport, `${each.id}@${exact}`),
          client: `${each.id}@${exact}`,
          transport,
          command: startAdapter(each.module, transport, folder),
          bundled: false,
        }));
    }),
  );
  return columns.flat();
}

function bundledNamed(name: string, transports: readonly Transport[]): readonly ColumnSetup[] {
  const clients = clientsNamed(name.replace(/~msw$/, ''), name);
  const missing = clients.flatMap((client) => client.missing?.() ?? [])[0];
  if (missing !== undefined) throw new UsageError(`--client=${name}: ${missing}`);
  requireInstalled([...new Set(clients.flatMap(({ packages }) => packages))], `--client=${name}`);
  const overTransports = name.endsWith('~msw') ? (['msw'] as const) : transports;
  const columns = bundledColumns(overTransports, clients);
  if (columns.length === 0) throw new UsageError(`--client=${name}: it has no column under MSW`);
  return columns;
}

async function columnsOf(name: string, transports: readonly Transport[], start: Start): Promise<readonly ColumnSetup[]> {
  if (name.startsWith('exec:')) {
    const [program, ...args] = parseArgsStringToArgv(name.slice('exec:'.length));
    if (program === undefined) throw new UsageError(`--client=${name}: no program is named`);
    if (transports.includes('msw')) throw new UsageError(`--client=${name}: a program cannot run under MSW`);
    return foreignColumns(name, () => [program, ...args], transports, start);
  }
  if (!isFile(name)) {
    const release = releaseIn(name);
    return release ? releasedColumns(release, transports) : bundledNamed(name, transports);
  }
  const file = userPath(name);
  if (!existsSync(file)) throw new UsageError(`--client=${name}: no such file`);
  return foreignColumns(name, (transport) => startAdapter(file, transport), transports, start);
}

/** What the clients that `--client` names are made of: adapters, and files that the command of a program names. */
export function sourcesOf(names: readonly string[]): { readonly adapters: readonly string[]; readonly files: readonly string[] } {
  const programs = names.filter((name) => name.startsWith('exec:'));
  const words = programs.flatMap((name) => parseArgsStringToArgv(name.slice('exec:'.length)));
  const adapters = names
    .filter((name) => !programs.includes(name))
    .flatMap((name) => (isFile(name) ? [userPath(name)] : bundledNamed(name, ['wire']).map(({ command }) => command[2] ?? '')));
  return { adapters: [...new Set(adapters)], files: words.map(userPath).filter((file) => existsSync(file)) };
}

/** The columns that `--client` names. Throws a UsageError for a client that does not exist or cannot be loaded. */
export async function selectColumns(
  names: readonly string[],
  transports: readonly Transport[],
  start: Start = startProcess,
): Promise<readonly ColumnSetup[]> {
  if (transports.includes('msw') || names.some((name) => name.endsWith('~msw'))) requireInstalled(['msw'], 'the transport msw');
  const columns = (await Promise.all(names.map((name) => columnsOf(name, transports, start)))).flat();
  const unique = new Map(columns.map((column) => [column.id, column]));
  const clash = columns.find((column) => column.command.join() !== unique.get(column.id)?.command.join());
  if (clash) throw new UsageError(`two clients have the name ${clash.id}; rename one of them`);
  return [...unique.values()];
}
