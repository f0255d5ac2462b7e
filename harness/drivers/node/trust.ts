import tls from 'node:tls';

let trusted: string | undefined;

/** Older versions of Node.js cannot replace the default certificates: this is where every TLS connection looks for its own. */
function addToContexts(): void {
  const { createSecureContext } = tls;
  const withRoot: typeof createSecureContext = (options = {}) =>
    createSecureContext(options.ca === undefined && trusted !== undefined ? { ...options, ca: trusted } : options);
  tls.createSecureContext = withRoot;
}

const isOlder = typeof tls.setDefaultCACertificates !== 'function';
if (isOlder) addToContexts();

/** From now on this root certificate is trusted by default, as PEM, and no other. */
export function trustOnly(ca: string): void {
  if (ca !== trusted && !isOlder) tls.setDefaultCACertificates([ca]);
  trusted = ca;
}
