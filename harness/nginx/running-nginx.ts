import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { HarnessFault } from '../fault.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import type { NginxAddress } from './address.ts';
import { configurationText, type Setting, type Site, sitesOf } from './configuration.ts';
import type { InstalledNginx } from './find-nginx.ts';

/** The name in its certificate. */
export const NGINX_HOST = 'localhost';

/** How often a port that another program has taken meanwhile is replaced. */
const MOST_STARTS = 5;

/** Ends nginx once its standard input has ended: also where the process that started it was killed. */
const GUARD = 'exec 3<&0; "$0" "$@" 3<&- & nginx=$!; (cat <&3 >/dev/null; kill $nginx 2>/dev/null) & wait $nginx';

type Child = ChildProcess & { readonly stdin: Writable; readonly stderr: Readable };

/** Ports that are free now, none twice. */
async function freePorts(): Promise<Setting['ports']> {
  const servers = [net.createServer(), net.createServer()] as const;
  const ports = await Promise.all(
    servers.map(async (server) => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return (server.address() as AddressInfo).port;
    }),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const [http = 0, https = 0] = ports;
  return { http, https };
}

/** What became of a start: it listens, its port was taken, or it says what is wrong. */
type Started = 'listens' | 'port taken' | { readonly fault: string };

/** The error of nginx without its number of process: `unknown directive "retrun" in …:31`. */
const faultIn = (said: string): string => /\[emerg\] (?:\d+#\d+: )?(.+)/.exec(said)?.[1] ?? (said.trim() || 'it ended');

/** Waits for what nginx says once it listens, or why it cannot. */
async function whatItSays({ stderr }: Child, ended: Promise<unknown>): Promise<Started> {
  let said = '';
  const { promise, resolve } = Promise.withResolvers<Started>();
  stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (/\[emerg\].* bind\(\) to /.test(said)) resolve('port taken');
    // It names the system after it has opened its ports.
    else if (/\[notice\].* OS: /.test(said)) resolve('listens');
  });
  void ended.then(() => resolve({ fault: faultIn(said) }));
  return promise;
}

/** The folders of the sites that are folders. */
function makeFolders(sites: readonly Site[], root: string): void {
  for (const { nginx, host, path } of sites)
    if ('folder' in nginx) mkdirSync(join(root, host, decodeURI(path)), { recursive: true });
}

function spawnNginx(program: string, folder: string, file: string): Child {
  const child = spawn('/bin/sh', ['-c', GUARD, program, '-p', folder, '-e', 'stderr', '-c', file], {
    // A variable NGINX would make it look for sockets that it inherits.
    env: {},
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.on('error', () => {
    // It has ended; its exit says so.
  });
  return child;
}

/** Makes a certificate in the folder, and says where it is and who signed it. */
async function writeCertificate(folder: string): Promise<{ ca: string; files: Pick<Setting, 'certificate' | 'key'> }> {
  const authority = new CertificateAuthority();
  const { cert, key } = authority.issue([NGINX_HOST]);
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  writeFileSync(files.certificate, cert);
  writeFileSync(files.key, key, { mode: 0o600 });
  return { ca: authority.certificate, files };
}

/** An nginx that answers for the places of scenarios that name it. It ends with this process, however that ends. */
export class RunningNginx implements AsyncDisposable {
  readonly address: NginxAddress;
  readonly #child: Child;
  readonly #ended: Promise<unknown>;
  readonly #folder: string;

  private constructor(address: NginxAddress, child: Child, ended: Promise<unknown>, folder: string) {
    this.address = address;
    this.#child = child;
    this.#ended = ended;
    this.#folder = folder;
  }

  /** Starts nginx on free ports of loopback, with what these scenarios say. Throws a HarnessFault with its own words if it does not start. */
  static async start({ program, version }: InstalledNginx, scenarios: readonly ConcreteScenario[]): Promise<RunningNginx> {
    const folder = mkdtempSync(join(tmpdir(), 'redirect-conformance-nginx-'));
    try {
      const sites = sitesOf(scenarios);
      const root = join(folder, 'root');
      makeFolders(sites, root);
      const { ca, files } = await writeCertificate(folder);
      const file = join(folder, 'nginx.conf');
      for (let start = 1; start <= MOST_STARTS; start++) {
        const ports = await freePorts();
        writeFileSync(file, configurationText(sites, { ports, folder, root, ...files }));
        const child = spawnNginx(program, folder, file);
        const ended = once(child, 'exit');
        const started = await whatItSays(child, ended);
        if (started === 'listens') {
          return new RunningNginx({ version, ports, ca }, child, ended, folder);
        }
        child.stdin.end();
        await ended;
        if (started !== 'port taken') throw new HarnessFault(`${program} does not start: ${started.fault}`);
      }
      throw new HarnessFault(`${program} does not start: others took its ports ${MOST_STARTS} times`);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Ends it, and removes its files. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
