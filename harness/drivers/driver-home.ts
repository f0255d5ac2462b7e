import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The addresses of a scenario as a line of text each: `host:port`, and the port on which it listens. */
const namesText = (names: Readonly<Record<string, number>>): string =>
  Object.entries(names)
    .map(([address, port]) => `${address} ${port}\n`)
    .join('');

/** Replaces what a file holds. It is not made anew: ext4 writes a file that was emptied to the disk at once, which takes milliseconds. */
function rewrite(file: number, text: string): void {
  const length = writeSync(file, text, 0);
  ftruncateSync(file, length);
}

/** The folder of a driver, and the files in it: the root certificate, and those by which the addresses of a scenario reach a library below the client. */
export class DriverHome {
  readonly path = mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
  readonly #names = join(this.path, 'conformance-names');
  readonly #blocked = join(this.path, 'conformance-blocked');
  readonly #certificate = join(this.path, 'ca.pem');
  readonly #ca: string | undefined;
  #namesFile = openSync(this.#names, 'w');
  /** How many refused addresses have been taken. */
  #taken = 0;

  /** The root certificate of the run is passed as PEM. */
  constructor(ca: string | undefined) {
    this.#ca = ca;
    this.#writeCertificate();
  }

  /**
   * Variables that a program needs to start, among them where the browsers are, where Node.js keeps compiled modules, and those that name the root certificate for clients that read them.
   * Everything else could change how clients behave (`http_proxy`, NODE_OPTIONS, netrc).
   */
  get environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      HOME: this.path,
      // Not that of the run: a client that empties it would empty those of all others.
      TMPDIR: this.path,
      CHROMIUM: process.env['CHROMIUM'],
      FIREFOX: process.env['FIREFOX'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      REDIRECT_CONFORMANCE_NAMES: this.#names,
      REDIRECT_CONFORMANCE_BLOCKED: this.#blocked,
      ...(this.#ca !== undefined && {
        NODE_EXTRA_CA_CERTS: this.#certificate,
        SSL_CERT_FILE: this.#certificate,
        DENO_CERT: this.#certificate,
      }),
    };
  }

  /** Writes the addresses of a scenario. The client may have deleted what is in the folder, or all of it. */
  prepareFor(names: Readonly<Record<string, number>>): void {
    if (!existsSync(this.#names) || !existsSync(this.#certificate)) this.#restore();
    rewrite(this.#namesFile, namesText(names));
  }

  #restore(): void {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    this.#writeCertificate();
    closeSync(this.#namesFile);
    this.#namesFile = openSync(this.#names, 'w');
  }

  /** The addresses that a library below the client has refused since this was last called. */
  takeBlocked(): readonly string[] {
    if (!existsSync(this.#blocked)) return [];
    const addresses = readFileSync(this.#blocked, 'utf8').split('\n').slice(0, -1);
    const fresh = addresses.slice(this.#taken);
    this.#taken = addresses.length;
    return fresh;
  }

  remove(): void {
    closeSync(this.#namesFile);
    rmSync(this.path, { recursive: true, force: true });
  }

  #writeCertificate(): void {
    if (this.#ca !== undefined) writeFileSync(this.#certificate, this.#ca);
  }
}
