import semver from 'semver';
import type { BundledClient } from '../../clients/index.ts';
import { UsageError } from '../usage-error.ts';
import { type ClientRelease, installedRelease, isCached } from './client-cache.ts';
import { newestOf, releasesOf } from './releases.ts';

/** A release that is installed in a folder. */
interface InstalledRelease {
  readonly version: string;
  readonly folder: string;
}

/**
 * The release of a bundled client that a version, a range or a tag names, installed. An exact version that was installed
 * before needs no network. Throws a UsageError that begins with `option`.
 */
export async function findRelease(
  { id, packages, since = '0.0.0' }: BundledClient,
  asked: string,
  option: string,
): Promise<InstalledRelease> {
  const [name, ...companions] = packages;
  if (name === undefined) {
    throw new UsageError(`${option}: ${id} is built in, and has no release of its own; --runtime=node@20 runs another Node.js`);
  }
  return findPackageRelease({ name, companions, since }, asked, option);
}

/** The same for any package, from a version on. */
export async function findPackageRelease(
  { name, companions, since }: Omit<ClientRelease, 'version'> & { readonly since: string },
  asked: string,
  option: string,
): Promise<InstalledRelease> {
  const releaseOf = (version: string): ClientRelease => ({ name, version, companions });
  const exact = semver.valid(asked);
  const version = exact !== null && isCached(releaseOf(exact)) ? exact : newestOf(await releasesOf(name, option), asked, option);
  if (semver.lt(version, since)) throw new UsageError(`${option}: the adapter drives ${name} from ${since} on`);
  return { version, folder: await installedRelease(releaseOf(version), option) };
}
