import { existsSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { wireIdOf } from '../../suites/vocabulary/column-id.ts';
import { type Mock, mocks, nameOfMock } from '../../suites/vocabulary/mock.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import {
  absentClients,
  bundledClients,
  type BundledClient,
  everydayClients,
  furtherClients,
  namedClients,
} from '../clients/index.ts';
import { languageClients } from '../clients/languages.ts';
import type { Started } from '../drivers/driver.ts';
import { HarnessFault } from '../fault.ts';
import { isClone, modulePath } from '../installation.ts';
import { HEAP_LIMIT } from '../drivers/memory.ts';
import type { MockSetup } from '../drivers/node/start-mock.ts';
import { type Command, LateDriver, type StartOptions, startProcess } from '../drivers/process-driver.ts';
import type { ColumnSetup } from '../run/column-run.ts';
import { projectFolder, requireInstalled } from './installed.ts';
import { ALL_LANGUAGES, languageColumnsNamed, languagesNamed } from './languages/language-columns.ts';
import { mappedCommand, mappingLibrary } from './languages/mapping-library.ts';
import { type NamedProgram, programIn } from './program-command.ts';
import { builtInFetch, builtInFetches, isBuiltInFetch } from './runtimes/built-in-fetch.ts';
import { UsageError } from './usage-error.ts';
import { findRelease } from './versions/find-release.ts';
import { type NamedRelease, nameOfRelease, releaseIn } from './versions/release-name.ts';
import { userPath } from './user-path.ts';

/** Starts a driver to ask for its name. */
export type Start = (command: Command, options: StartOptions) => Promise<Started>;

const nodeDriver = modulePath('harness/drivers/node/main');

/** How to start a column with an option of Node.js that opens the inspector; undefined if its driver is another program. */
export function inspectable({ command: [program, ...args] }: ColumnSetup, flag: string): Command | undefined {
  return args.includes(nodeDriver) ? [program, flag, ...args] : undefined;
}

/** The adapter that a command loads, and the folder in which its packages are installed; undefined if the driver is another program. */
export function adapterIn([, , driver, module, , packages]: Command):
  | { readonly module: string; readonly packages: string }
  | undefined {
  return driver === nodeDriver && module !== undefined && packages !== undefined ? { module, packages } : undefined;
}

/** The command of the driver for an adapter. */
export const startAdapter = (module: string, transport: Transport | MockSetup, packages = projectFolder()): Command => [
  process.execPath,
  HEAP_LIMIT,
  nodeDriver,
  module,
  transport,
  packages,
];

const idUnder = (transport: Transport, id: string): string => (transport === 'wire' ? id : `${id}~${transport}`);

const canRunUnder = (client: BundledClient, transport: Transport): boolean =>
  transport === 'wire' || client.mocks.includes(transport);

/** The mock that the name of a column ends with, if it does. */
const mockIn = (name: string): Mock | undefined => mocks.find((mock) => name.endsWith(`~${mock}`));

/** The transports for which the known deviations of bundled clients are listed. */
const isListed = (transport: Transport): boolean => transport === 'wire' || transport === 'msw';

const toColumn = ({ id, module }: BundledClient, transport: Transport): ColumnSetup => ({
  id: idUnder(transport, id),
  client: id,
  transport,
  command: startAdapter(module, transport),
  // The lists of this project are for the versions that it has.
  bundled: isClone && isListed(transport),
});

/** What of these clients the machine can run. */
function presentOf(clients: readonly BundledClient[]): readonly BundledClient[] {
  const absent = absentClients(clients).map(({ id }) => id);
  return clients.filter(({ id }) => !absent.includes(id));
}

/** What to tell the user of the clients of the groups that are asked for and that this machine cannot run, a line for each thing that it lacks. */
export function notesOnAbsent(asked: readonly string[] = []): readonly string[] {
  const clients = asked.flatMap((name) => groups.get(name) ?? []);
  const byReason = Map.groupBy(absentClients(clients), ({ because }) => because);
  return [...byReason].map(([because, absent]) => `skipped: ${[...new Set(absent.map(({ id }) => id))].join(', ')}: ${because}`);
}

/** The columns of bundled clients over these transports; by default of those that `npm test` runs. */
export function bundledColumns(
  transports: readonly Transport[],
  clients: readonly BundledClient[] = everydayClients,
): readonly ColumnSetup[] {
  return transports.flatMap((transport) =>
    clients.filter((client) => canRunUnder(client, transport)).map((client) => toColumn(client, transport)),
  );
}

/** The package that has a mock. */
const packageOfMock: Readonly<Record<Mock, string>> = { msw: 'msw', nock: 'nock', 'mock-agent': 'undici' };

const namesOf = (transports: readonly Transport[]): string =>
  transports.map((transport) => (transport === 'wire' ? 'wire' : nameOfMock[transport])).join(' or ');

/** What names a column under MSW that intercepts at the sockets ends with. */
const AT_SOCKETS = '~msw+http';

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

/** Names of several packages. */
const groups: ReadonlyMap<string, readonly BundledClient[]> = new Map([
  ['all', bundledClients],
  ['further', furtherClients],
]);

const ofPackage = (name: string, clients: readonly BundledClient[]): readonly BundledClient[] =>
  clients.filter(({ id }) => id.startsWith(`${name}/`));

/**
 * The bundled clients that a name stands for: a group, the one with this id, or the clients of a package: those of every
 * day, if it has any. `name` is how the user wrote it.
 */
function clientsNamed(bare: string, name: string): readonly BundledClient[] {
  const exact = namedClients.filter(({ id }) => id === bare);
  const meanings = [presentOf(groups.get(bare) ?? []), exact, ofPackage(bare, everydayClients), ofPackage(bare, namedClients)];
  const clients = meanings.find((each) => each.length > 0) ?? [];
  if (clients.length > 0) return clients;
  const known = [...[...namedClients, ...languageClients].map(({ id }) => id), ...builtInFetches].join(', ');
  const names = [...groups.keys(), ALL_LANGUAGES].join(', ');
  throw new UsageError(`--client=${name}: no such client; available: ${known}, ${names}, or a file such as ./my-client.ts`);
}

/** The columns of a bundled client in a release of its own, which is installed if need be. */
async function releasedColumns(
  client: BundledClient,
  { version: asked, mock }: NamedRelease,
  transports: readonly Transport[],
): Promise<readonly ColumnSetup[]> {
  const { version, folder } = await findRelease(client, asked, `--client=${nameOfRelease(client.id, asked)}`);
  const over = mock ? [mock] : transports;
  return over
    .filter((transport) => canRunUnder(client, transport))
    .map((transport): ColumnSetup => ({
      id: idUnder(transport, nameOfRelease(client.id, version)),
      client: nameOfRelease(client.id, version),
      transport,
      command: startAdapter(client.module, transport, folder),
      bundled: false,
    }));
}

/** A client under MSW that intercepts HTTP at the sockets. */
const atSockets = ({ id, module }: BundledClient): ColumnSetup => ({
  id: `${id}${AT_SOCKETS}`,
  client: `${id}${AT_SOCKETS}`,
  transport: 'msw',
  command: startAdapter(module, 'msw+http'),
  bundled: isClone,
});

function bundledNamed(name: string, transports: readonly Transport[]): readonly ColumnSetup[] {
  const bare = wireIdOf(name);
  const clients = clientsNamed(bare, name);
  const missing = clients.flatMap((client) => client.missing?.() ?? [])[0];
  if (missing !== undefined) throw new UsageError(`--client=${name}: ${missing}`);
  const packages = [...new Set(clients.flatMap((client) => client.packages))];
  const hasReleases = !groups.has(bare) && !clients.some((client) => client.missing);
  const otherwise = hasReleases ? `, or use --client=${name.replace(/(~[a-z-]+)?$/, '@latest$1')}` : '';
  requireInstalled(packages, `--client=${name}`, otherwise);
  if (name.endsWith(AT_SOCKETS)) return clients.map(atSockets);
  const only = mockIn(name);
  const overTransports = only ? [only] : transports;
  const columns = bundledColumns(overTransports, clients);
  if (columns.length === 0) throw new UsageError(`--client=${name}: it has no column under ${namesOf(overTransports)}`);
  return columns;
}

/** What starts a program of the user. Throws a UsageError if it names none, or if its addresses cannot be mapped. */
async function commandOf({ words: [program, ...args], isMapped }: NamedProgram, name: string): Promise<Command> {
  if (program === undefined) throw new UsageError(`--client=${name}: no program is named`);
  if (!isMapped) return [program, ...args];
  const library = await mappingLibrary();
  if (library === undefined)
    throw new UsageError(`--client=${name}: exec+map needs Linux and a C compiler: apt-get install gcc libc6-dev`);
  return mappedCommand(library, [program, ...args]);
}

async function columnsOf(name: string, transports: readonly Transport[], start: Start): Promise<readonly ColumnSetup[]> {
  const asked = transports.filter((transport) => transport !== 'wire');
  const named = programIn(name);
  if (named) {
    if (asked.length > 0) throw new UsageError(`--client=${name}: a program cannot run under ${namesOf(asked)}`);
    const command = await commandOf(named, name);
    return foreignColumns(name, () => command, transports, start);
  }
  if (languagesNamed(name).length > 0) {
    if (asked.length > 0) throw new UsageError(`--client=${name}: ${namesOf(asked)} intercepts only clients of Node.js`);
    return languageColumnsNamed(name, start);
  }
  if (isBuiltInFetch(name)) {
    if (asked.length > 0) throw new UsageError(`--client=${name}: ${namesOf(asked)} intercepts only clients of Node.js`);
    return [await builtInFetch(name)];
  }
  if (!isFile(name)) {
    const release = releaseIn(name);
    if (!release) return bundledNamed(name, transports);
    const clients = clientsNamed(release.client, name);
    return (await Promise.all(clients.map((client) => releasedColumns(client, release, transports)))).flat();
  }
  const file = userPath(name);
  if (!existsSync(file)) throw new UsageError(`--client=${name}: no such file`);
  return foreignColumns(name, (transport) => startAdapter(file, transport), transports, start);
}

/** What the clients that `--client` names are made of: adapters, and files that the command of a program names. */
export function sourcesOf(names: readonly string[]): { readonly adapters: readonly string[]; readonly files: readonly string[] } {
  const programs = names.filter((name) => programIn(name));
  const words = programs.flatMap((name) => programIn(name)?.words ?? []);
  const adapters = names
    .filter((name) => !programs.includes(name) && languagesNamed(name).length === 0 && !isBuiltInFetch(name))
    .flatMap((name) =>
      isFile(name) ? [userPath(name)] : bundledNamed(name, ['wire']).map(({ command }) => adapterIn(command)?.module ?? ''),
    );
  return { adapters: [...new Set(adapters)], files: words.map(userPath).filter((file) => existsSync(file)) };
}

/** The columns that `--client` names. Throws a UsageError for a client that does not exist or cannot be loaded. */
export async function selectColumns(
  names: readonly string[],
  transports: readonly Transport[],
  start: Start = startProcess,
): Promise<readonly ColumnSetup[]> {
  for (const mock of mocks)
    if (transports.includes(mock) || names.some((name) => mockIn(name) === mock))
      requireInstalled([packageOfMock[mock]], `the transport ${mock}`);
  if (names.some((name) => name.endsWith(AT_SOCKETS))) requireInstalled(['msw', '@mswjs/interceptors'], 'the transport msw+http');
  const columns = (await Promise.all(names.map((name) => columnsOf(name, transports, start)))).flat();
  const unique = new Map(columns.map((column) => [column.id, column]));
  const clash = columns.find((column) => column.command.join() !== unique.get(column.id)?.command.join());
  if (clash) throw new UsageError(`two clients have the name ${clash.id}; rename one of them`);
  return [...unique.values()];
}
