import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fetch from 'make-fetch-happen';
import { type ClientRequest, type ClientSession, defineClient, fromFetch } from '../adapter/index.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import { type NodeFetchLike, overNodeFetch } from './support/node-fetch-like.ts';
import { versionOf } from './support/version.ts';

const version = versionOf('make-fetch-happen');

const optionsOf = ({ maxRedirects, clientCertificate }: ClientRequest): object => ({
  ...(maxRedirects !== undefined && { follow: maxRedirects }),
  ...clientCertificate,
});

/** Its types do not have `raw`. */
const rawFetch = fetch as unknown as NodeFetchLike;

const sendingBy = (configured: object = {}): ClientSession => ({
  send: (request, context) =>
    fromFetch('make-fetch-happen', version, overNodeFetch(rawFetch, { ...configured, ...optionsOf(request) })).send(
      request,
      context,
    ),
});

/** Its cache is a folder, and its agents are shared by all calls with the same options. */
function sessionFor(needs: readonly Capability[]): ClientSession {
  const cachePath = needs.includes('cache') ? mkdtempSync(join(tmpdir(), 'make-fetch-happen-')) : undefined;
  const options = { ...(cachePath !== undefined && { cachePath }), ...(needs.includes('agent') && { maxSockets: 1 }) };
  return {
    ...sendingBy(options),
    close() {
      if (cachePath !== undefined) rmSync(cachePath, { recursive: true, force: true });
    },
  };
}

const plain = sendingBy();

/** It has one proxy for both schemes, so its adapter does not declare `proxy`; and its `size` is not a limit but the expected size of the body. */
export default defineClient({
  name: 'make-fetch-happen',
  version,
  capabilities: [
    'manual',
    'error-mode',
    'max-redirects',
    'stream-body',
    'header-shape',
    'header-pairs',
    'fetch-response',
    'client-certificate',
    'abort',
    'cache',
    'agent',
    'callers-objects',
  ],
  ...plain,
  open: ({ needs }) => (needs.includes('cache') || needs.includes('agent') ? sessionFor(needs) : plain),
});
