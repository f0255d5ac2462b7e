import { InvalidLocationError, RedirectRefusedError, UnsupportedSchemeError } from './errors.ts';
import type { OutgoingRequest } from './messages.ts';
import type { Policy } from './policy.ts';

/** Node.js reads octets outside ASCII as Latin-1. Percent-encoded, they stay the same octets. */
const escapeOctets = (location: string): string =>
  location.replace(/[\u0080-\u00ff]/g, (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase()}`);

/** The URL that a Location names. Throws if the policy does not follow it. */
export function targetOf(value: string, { url }: OutgoingRequest, policy: Policy): URL {
  const location = escapeOctets(value);
  if (!URL.canParse(location, url)) throw new InvalidLocationError(`Location is not a valid URL: ${location}`);
  const target = new URL(location, url);
  if (!/^https?:$/.test(target.protocol)) throw new UnsupportedSchemeError(`unsupported protocol: ${target.protocol}`);
  if (policy.refuses(url, target)) throw new RedirectRefusedError(`redirect refused: ${url.origin} to ${target.origin}`);
  // RFC 9110 section 10.2.2. The empty fragment of `/b#` blocks inheritance, and only the text shows that there is one.
  if (!location.includes('#')) target.hash = url.hash;
  return target;
}

/** The request that follows a redirect. */
export function nextRequest(source: OutgoingRequest, status: number, from: URL, url: URL, policy: Policy): OutgoingRequest {
  const method = policy.methodAfter(status, source.method);
  const keepsBody = method === source.method && policy.keepsBody(status);
  const isKept = ([field]: readonly [string, string]): boolean =>
    !policy.dropsField(field, from, url) && (keepsBody || !policy.belongsToBody(field));
  return { ...source, method, url, headers: source.headers.filter(isKept), body: keepsBody ? source.body : undefined };
}
