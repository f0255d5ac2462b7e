/** A client in a version, as `--client` names it. */
export interface NamedRelease {
  /** `axios`, `undici/fetch`, `axios+own-loop`. */
  readonly client: string;
  /** A version, a range or a tag. */
  readonly version: string;
  readonly onlyMsw: boolean;
}

/** Reads `axios@1.6.0`, `axios@1.6.0+own-loop`, `got@11~msw`; undefined for a name without a version. */
export function releaseIn(name: string): NamedRelease | undefined {
  const [, client, version, configuration = '', msw] = /^([^@]+)@(.+?)(\+.+?)?(~msw)?$/.exec(name) ?? [];
  if (client === undefined || version === undefined) return undefined;
  return { client: client + configuration, version, onlyMsw: msw !== undefined };
}

/** The name of a client in a version: `axios@1.6.0+own-loop`, the id of its column. */
export function nameOfRelease(client: string, version: string): string {
  const [api = client, ...configuration] = client.split('+');
  return [`${api}@${version}`, ...configuration].join('+');
}
