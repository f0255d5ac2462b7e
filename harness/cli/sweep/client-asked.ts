import { type BundledClient, namedClients } from '../../clients/index.ts';
import { UsageError } from '../usage-error.ts';

/** A bundled client that has releases. */
export interface ReleasedClient {
  readonly client: BundledClient;
  /** The package whose releases they are. */
  readonly name: string;
}

/** The one bundled client that `--client` names. Throws a UsageError if it has no releases, or if there are several. */
export function clientAsked(names: readonly string[] | undefined, command: string): ReleasedClient {
  const [asked, ...more] = names ?? [];
  if (asked === undefined || more.length > 0) throw new UsageError(`${command} needs one client, such as --client=axios`);
  const released = namedClients.filter(({ packages, missing }) => packages.length > 0 && !missing);
  const client = released.find(({ id }) => id === asked);
  const [name] = client?.packages ?? [];
  if (!client || name === undefined) {
    throw new UsageError(
      `--client=${asked}: no bundled client with releases; there are ${released.map(({ id }) => id).join(', ')}`,
    );
  }
  return { client, name };
}
