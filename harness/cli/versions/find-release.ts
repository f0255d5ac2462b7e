import semver from 'semver';
import type { BundledClient } from '../../clients/index.ts';
import { UsageError } from '../usage-error.ts';
import { type ClientRelease, installedRelease, isCached } from './client-cache.ts';
import { newestOf, releasesOf } from './releases.ts';

/** A client in a release of its package. */
interface ClientInRelease {
  readonly client: BundledClient;
  readonly release: ClientRelease;
}

/** A release that is installed in a folder. */
interface InstalledRelease {
  readonly client: BundledClient;
  readonly version: string;
  readonly folder: string;
}

/** The release that a version, a range or a tag names. An exact version that was installed before needs no network. */
async function releaseOf(client: BundledClient, asked: string, option: string): Promise<ClientInRelease> {
  const [name, ...companions] = client.packages;
  if (client.missing)
    throw new UsageError(`${option}: ${client.id} is a program of this machine, in the version that is installed`);
  if (name === undefined) throw new UsageError(`${option}: ${client.id} is built in, and has no release of its own`);
  const exact = semver.valid(asked);
  if (exact !== null && isCached({ name, version: exact, companions })) {
    return { client, release: { name, version: exact, companions } };
  }
  return { client, release: { name, version: newestOf(await releasesOf(name, option), asked, option), companions } };
}

/** The first version that the adapter of a client can drive. */
const firstOf = ({ since = '0.0.0' }: BundledClient): string => since;

const isDriven = ({ client, release }: ClientInRelease): boolean => semver.gte(release.version, firstOf(client));

/**
 * The releases of bundled clients that a version, a range or a tag names, installed: of those APIs of a package that this
 * version has. Throws a UsageError that begins with `option`.
 */
export async function findReleases(
  clients: readonly BundledClient[],
  asked: string,
  option: string,
): Promise<readonly InstalledRelease[]> {
  const found = await Promise.all(clients.map((client) => releaseOf(client, asked, option)));
  const driven = found.filter(isDriven);
  if (driven.length === 0) {
    const [oldest] = found.toSorted((one, other) => semver.compare(firstOf(one.client), firstOf(other.client)));
    const { client, release } = oldest!;
    throw new UsageError(`${option}: the adapter of ${client.id} drives ${release.name} from ${firstOf(client)} on`);
  }
  return Promise.all(
    driven.map(async ({ client, release }) => ({
      client,
      version: release.version,
      folder: await installedRelease(release, option),
    })),
  );
}
