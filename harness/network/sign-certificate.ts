import { type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import net from 'node:net';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** RFC 5758 section 3.2: ECDSA with SHA-256. */
const ECDSA_WITH_SHA256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });

/** RFC 5280 appendix A: the type of a common name. */
const COMMON_NAME = '2.5.4.3';

/** What a certificate says, and who signs it. */
interface CertificateContents {
  /** Common names. */
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: SubjectPublicKeyInfo;
  /** The key of the issuer, on the curve P-256. */
  readonly signingKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Extension[];
}

const nameOf = (commonName: string): Name =>
  new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new AttributeValue({ utf8String: commonName }) }),
    ]),
  ]);

const extension = (extnID: string, value: unknown, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });

/** RFC 9110 section 4.3.4: a name, or the address of an IPv4 or IPv6 literal. */
function identityOf(host: string): GeneralName {
  const address = host.replace(/^\[|\]$/g, '');
  return new GeneralName(net.isIP(address) ? { iPAddress: address } : { dNSName: host });
}

/** A public key as certificates have it. */
export const publicKeyInfo = (key: KeyObject): SubjectPublicKeyInfo =>
  AsnConvert.parse(key.export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo);

/** The hosts that a certificate is for. */
export const forHosts = (hosts: readonly string[]): readonly Extension[] => [
  extension(id_ce_subjectAltName, new SubjectAlternativeName(hosts.map(identityOf))),
];

/** A certificate that may sign those of servers, and no other authority. */
export const forAuthority = (): readonly Extension[] => [
  extension(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }), true),
  extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.keyCertSign), true),
];

/** A signed certificate (RFC 5280), as PEM. */
export function signCertificate(contents: CertificateContents): string {
  const { subject, issuer, publicKey, signingKey, notBefore, notAfter, extensions } = contents;
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: positiveNumber(),
    signature: ECDSA_WITH_SHA256,
    issuer: nameOf(issuer),
    validity: new Validity({ notBefore, notAfter }),
    subject: nameOf(subject),
    subjectPublicKeyInfo: publicKey,
    extensions: new Extensions([...extensions]),
  });
  const signatureValue = new Uint8Array(sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), signingKey)).buffer;
  const certificate = new Certificate({ tbsCertificate, signatureAlgorithm: ECDSA_WITH_SHA256, signatureValue });
  return new X509Certificate(Buffer.from(AsnConvert.serialize(certificate))).toString();
}

/** RFC 5280 section 4.1.2.2: positive, so its first bit is not set. */
function positiveNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(9));
  bytes[0] = 1;
  return bytes.buffer;
}
