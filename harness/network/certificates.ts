// @peculiar/x509 resolves its parts through decorators and needs this first.
import 'reflect-metadata';
import net from 'node:net';
import * as x509 from '@peculiar/x509';
import type { Flaw } from '../../suites/vocabulary/origin.ts';

/** A certificate and its key, as PEM. */
export interface CertificateAndKey {
  readonly cert: string;
  readonly key: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 24 * 60 * 60 * 1000;

const validity = (shift = 0): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(Date.now() - day + shift),
  notAfter: new Date(Date.now() + 7 * day + shift),
});

/** RFC 9110 section 4.3.4: a name, or the address of an IPv4 or IPv6 literal. */
function identityOf(host: string): x509.JsonGeneralName {
  const address = host.replace(/^\[|\]$/g, '');
  return net.isIP(address) ? { type: 'ip', value: address } : { type: 'dns', value: host };
}

const newKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** The name in the certificate of the caller. */
const CALLER = 'caller';

/** A certificate authority that lives as long as the run; its key never leaves the process. */
export class CertificateAuthority {
  /** The root certificate, as PEM. */
  readonly certificate: string;
  readonly #root: x509.X509Certificate;
  readonly #rootKeys: CryptoKeyPair;
  readonly #leafKeys: CryptoKeyPair;
  readonly #leafKey: string;
  readonly #issued = new Map<string, Promise<CertificateAndKey>>();

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

  /** A server certificate for one or several hosts, with a flaw if asked for; the same one if asked again. */
  issue(hosts: readonly string[], flaw?: Flaw): Promise<CertificateAndKey> {
    const key = `${hosts.join()} ${flaw}`;
    const identity = this.#issued.get(key) ?? this.#sign(hosts, flaw);
    this.#issued.set(key, identity);
    return identity;
  }

  /** The certificate of the caller, for servers that ask for one. */
  issueToCaller(): Promise<CertificateAndKey> {
    return this.issue([CALLER]);
  }

  async #sign(hosts: readonly string[], flaw: Flaw | undefined): Promise<CertificateAndKey> {
    const names = flaw === 'misnamed' ? hosts.map((host) => `not-${host}`) : hosts;
    const subject = `CN=${names[0]}`;
    const leaf = await x509.X509CertificateGenerator.create({
      subject,
      ...(flaw === 'untrusted'
        ? { issuer: subject, signingKey: this.#leafKeys.privateKey }
        : { issuer: this.#root.subject, signingKey: this.#rootKeys.privateKey }),
      publicKey: this.#leafKeys.publicKey,
      signingAlgorithm: algorithm,
      ...validity(flaw === 'expired' ? -30 * day : 0),
      extensions: [new x509.SubjectAlternativeNameExtension(names.map(identityOf))],
    });
    return { cert: leaf.toString('pem'), key: this.#leafKey };
  }
}
