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
  { id, packages, missing, since = '0.0.0' }: BundledClient,
  asked: string,
  option: string,
): Promise<InstalledRelease> {
  const [name, ...companions] = packages;
  if (missing) throw new UsageError(`${option}: ${id} is a program of this machine, in the version that is installed`);
  if (name === undefined) {
    throw new UsageError(`${option}: ${id} is built in, and has no release of its own; --runtime=node@20 runs another Node.js`);
  }
  return findPackageRelease({ name, companions, since, driver: `the adapter of ${id}` }, asked, option);
}

/** A package, and from which version on what drives it. */
interface DrivenPackage extends Omit<ClientRelease, 'version'> {
  readonly since: string;
  /** `the adapter of got` */
  readonly driver: string;
}

/** The same for any package. */
export async function findPackageRelease(
  { name, companions, since, driver }: DrivenPackage,
  asked: string,
  option: string,
): Promise<InstalledRelease> {
  const releaseOf = (version: string): ClientRelease => ({ name, version, companions });
  const exact = semver.valid(asked);
  const version = exact !== null && isCached(releaseOf(exact)) ? exact : newestOf(await releasesOf(name, option), asked, option);
  if (semver.lt(version, since)) throw new UsageError(`${option}: ${driver} drives ${name} from ${since} on`);
  return { version, folder: await installedRelease(releaseOf(version), option) };
}
