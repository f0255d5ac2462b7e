/** Where an nginx that runs can be asked; plain JSON, so that other processes can be told. */
export interface NginxAddress {
  /** As it names itself in its answers, after `nginx/`. */
  readonly version: string;
  readonly ports: Readonly<Record<'http' | 'https', number>>;
  /** The root of its certificate, as PEM. */
  readonly ca: string;
}
