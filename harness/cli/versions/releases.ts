import semver from 'semver';
import { UsageError } from '../usage-error.ts';
import { currentFolder } from '../user-path.ts';
import { NpmError, runNpm } from './npm.ts';

/** What a registry says of a package. */
export interface Releases {
  /** Oldest first, by number. */
  readonly versions: readonly string[];
  /** `latest`, `next` and others. */
  readonly tags: Readonly<Record<string, string>>;
}

/** How many versions a message shows. */
const NAMED = 3;

interface Manifest {
  readonly versions?: string | readonly string[];
  readonly 'dist-tags'?: Readonly<Record<string, string>>;
}

/** The releases of a package, by the registry that npm uses in the folder of the user. Throws a UsageError that begins with `option`. */
export async function releasesOf(name: string, option: string): Promise<Releases> {
  try {
    const text = await runNpm(['view', name, 'versions', 'dist-tags', '--json'], currentFolder());
    const { versions = [], 'dist-tags': tags = {} } = JSON.parse(text) as Manifest;
    return { versions: [versions].flat().toSorted(semver.compare), tags };
  } catch (error) {
    if (!(error instanceof NpmError)) throw error;
    throw new UsageError(
      error.code === 'E404'
        ? `${option}: the registry has no package ${name}`
        : `${option}: cannot ask the registry: ${error.message}`,
    );
  }
}

/** The newest release that a version, a range or a tag names. Throws a UsageError that begins with `option`. */
export function newestOf({ versions, tags }: Releases, asked: string, option: string): string {
  const found = tags[asked] ?? semver.maxSatisfying(versions, asked);
  if (found !== null) return found;
  const newest = versions.filter((version) => semver.prerelease(version) === null).slice(-NAMED);
  const names = Object.keys(tags).slice(0, NAMED);
  throw new UsageError(`${option}: no such version; the newest are ${newest.join(', ')}, the tags ${names.join(', ')}`);
}
