import { generateKeyPairSync } from 'node:crypto';
import type { Flaw } from '../../suites/vocabulary/origin.ts';
import { forAuthority, forHosts, publicKeyInfo, signCertificate } from './sign-certificate.ts';

/** A certificate and its key, as PEM. */
export interface CertificateAndKey {
  readonly cert: string;
  readonly key: string;
}

const day = 24 * 60 * 60 * 1000;

const validity = (shift = 0): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(Date.now() - day + shift),
  notAfter: new Date(Date.now() + 7 * day + shift),
});

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The name of the authority. */
const AUTHORITY = 'redirect-conformance throw-away CA';

/** The name in the certificate of the caller. */
const CALLER = 'caller';

/** A certificate authority that lives as long as the run; its key never leaves the process. */
export class CertificateAuthority {
  /** The root certificate, as PEM. */
  readonly certificate: string;
  readonly #rootKeys = newKeys();
  /** All servers have the same key. */
  readonly #leafKeys = newKeys();
  readonly #leafPublicKey = publicKeyInfo(this.#leafKeys.publicKey);
  readonly #leafKey = this.#leafKeys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  readonly #issued = new Map<string, CertificateAndKey>();

  constructor() {
    this.certificate = signCertificate({
      subject: AUTHORITY,
      issuer: AUTHORITY,
      publicKey: publicKeyInfo(this.#rootKeys.publicKey),
      signingKey: this.#rootKeys.privateKey,
      ...validity(),
      extensions: forAuthority(),
    });
  }

  /** A server certificate for one or several hosts, with a flaw if asked for; the same one if asked again. */
  issue(hosts: readonly string[], flaw?: Flaw): CertificateAndKey {
    const key = `${hosts.join()} ${flaw}`;
    const issued = this.#issued.get(key) ?? this.#sign(hosts, flaw);
    this.#issued.set(key, issued);
    return issued;
  }

  /** The certificate of the caller, for servers that ask for one. */
  issueToCaller(): CertificateAndKey {
    return this.issue([CALLER]);
  }

  #sign(hosts: readonly string[], flaw: Flaw | undefined): CertificateAndKey {
    const names = flaw === 'misnamed' ? hosts.map((host) => `not-${host}`) : hosts;
    const subject = names[0] ?? '';
    const cert = signCertificate({
      subject,
      ...(flaw === 'untrusted'
        ? { issuer: subject, signingKey: this.#leafKeys.privateKey }
        : { issuer: AUTHORITY, signingKey: this.#rootKeys.privateKey }),
      publicKey: this.#leafPublicKey,
      ...validity(flaw === 'expired' ? -30 * day : 0),
      extensions: forHosts(names),
    });
    return { cert, key: this.#leafKey };
  }
}
