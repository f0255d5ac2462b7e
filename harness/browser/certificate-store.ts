import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a certificate store in a folder of its own, in which only this root certificate, a PEM, is added to those of the browser. */
export function writeCertificateStore(ca: string, store: string): void {
  const file = join(store, 'root.pem');
  const certutil = (...args: readonly string[]): void =>
    void execFileSync('certutil', ['-d', `sql:${store}`, ...args], { stdio: 'ignore' });
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store, { recursive: true });
  writeFileSync(file, ca);
  certutil('-N', '--empty-password');
  certutil('-A', '-n', 'redirect-conformance', '-t', 'C,,', '-i', file);
}
