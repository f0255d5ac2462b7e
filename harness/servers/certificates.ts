// @peculiar/x509 resolves its parts through decorators and needs this first.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

/** A certificate and its key, as PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 24 * 60 * 60 * 1000;

const validity = (): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(Date.now() - day),
  notAfter: new Date(Date.now() + 7 * day),
});

const newKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** A certificate authority that lives as long as the run; its key never leaves the process. */
export class CertificateAuthority {
  /** The root certificate, as PEM. */
  readonly certificate: string;
  readonly #root: x509.X509Certificate;
  readonly #rootKeys: CryptoKeyPair;
  readonly #leafKeys: CryptoKeyPair;
  readonly #leafKey: string;
  readonly #issued = new Map<string, Promise<Identity>>();

  private constructor(root: x509.X509Certificate, rootKeys: CryptoKeyPair, leafKeys: CryptoKeyPair, leafKey: string) {
    this.certificate = root.toString('pem');
    this.#root = root;
    this.#rootKeys = rootKeys;
    this.#leafKeys = leafKeys;
    this.#leafKey = leafKey;
  }

  static async create(): Promise<CertificateAuthority> {
    const [rootKeys, leafKeys] = await Promise.all([newKeys(), newKeys()]);
    const root = await x509.X509CertificateGenerator.createSelfSigned({
      name: 'CN=redirect-conformance throw-away CA',
      keys: rootKeys,
      signingAlgorithm: algorithm,
      ...validity(),
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      ],
    });
    const leafKey = await crypto.subtle.exportKey('pkcs8', leafKeys.privateKey);
    return new CertificateAuthority(root, rootKeys, leafKeys, x509.PemConverter.encode(leafKey, 'PRIVATE KEY'));
  }

  /** A server certificate for these host names; the same one if asked again. */
  issue(hosts: readonly string[]): Promise<Identity> {
    const key = hosts.join();
    const identity = this.#issued.get(key) ?? this.#sign(hosts);
    this.#issued.set(key, identity);
    return identity;
  }

  async #sign(hosts: readonly string[]): Promise<Identity> {
    const leaf = await x509.X509CertificateGenerator.create({
      subject: `CN=${hosts[0]}`,
      issuer: this.#root.subject,
      publicKey: this.#leafKeys.publicKey,
      signingKey: this.#rootKeys.privateKey,
      signingAlgorithm: algorithm,
      ...validity(),
      extensions: [new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns' as const, value })))],
    });
    return { cert: leaf.toString('pem'), key: this.#leafKey };
  }
}
