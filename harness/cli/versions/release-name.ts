import type { Mock } from '../../../suites/vocabulary/mock.ts';

/** A client in a version, as `--client` names it. */
export interface NamedRelease {
  /** `axios`, `undici/fetch`, `axios+own-loop`. */
  readonly client: string;
  /** A version, a range or a tag. */
  readonly version: string;
  /** The mock under which alone it runs. */
  readonly mock?: Mock;
}

/** Reads `axios@1.6.0`, `axios@1.6.0+own-loop`, `got@11~msw`; undefined for a name without a version. */
export function releaseIn(name: string): NamedRelease | undefined {
  const [, client, version, configuration = '', mock] = /^([^@]+)@(.+?)(\+.+?)?(?:~(msw|nock|mock-agent))?$/.exec(name) ?? [];
  if (client === undefined || version === undefined) return undefined;
  return { client: client + configuration, version, ...(mock !== undefined && { mock: mock as Mock }) };
}

/** The name of a client in a version: `axios@1.6.0+own-loop`, the id of its column. */
export function nameOfRelease(client: string, version: string): string {
  const [api = client, ...configuration] = client.split('+');
  return [`${api}@${version}`, ...configuration].join('+');
}
