import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import type { Bytes } from '../../suites/vocabulary/observation.ts';

/** Above this many bytes only length and digest are kept. */
const KEPT_WHOLE = 4096;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes in the form in which results keep them. */
export function keep(bytes: Uint8Array): Bytes {
  const { length } = bytes;
  if (length > KEPT_WHOLE) return { length, sha256: digest(bytes) };
  if (isUtf8(bytes)) return { length, text: Buffer.from(bytes).toString() };
  return { length, base64: Buffer.from(bytes).toString('base64') };
}

/** Whether kept bytes are exactly these. */
export function isSame(kept: Bytes, bytes: Uint8Array): boolean {
  return JSON.stringify(kept) === JSON.stringify(keep(bytes));
}
