import type { EventEmitter } from 'node:events';
import { defineClient, toHeadersObject } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { versionOf } from './support/version.ts';

interface Socket extends EventEmitter {
  readonly url: string;
  close(): void;
  terminate(): void;
}

const WebSocket = await foreignPackage<new (url: string, options: object) => Socket>('ws');

/** The opening handshake; it is redirected only where the caller asks for that. */
export default defineClient({
  name: 'ws',
  version: versionOf('ws'),
  capabilities: ['websocket', 'websocket-headers', 'max-redirects'],
  methods: [],
  async send({ url, headers, redirect, maxRedirects }, { signal }) {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), {
      headers: toHeadersObject(headers),
      followRedirects: redirect === undefined,
      ...(maxRedirects !== undefined && { maxRedirects }),
    });
    const end = (): void => socket.terminate();
    signal.addEventListener('abort', end);
    await new Promise((resolve, reject) => socket.once('open', resolve).on('error', reject));
    socket.close();
    return { status: 101, headers: [], body: new Uint8Array(), url: socket.url };
  },
});
