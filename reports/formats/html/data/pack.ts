import { gzipSync } from 'node:zlib';
import { visible } from '../../../../suites/wording/visible.ts';

/** Data as text without any character that HTML treats specially. Control characters in it are replaced by visible text. */
export function pack(data: unknown): string {
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? visible(value) : value));
  return gzipSync(text, { level: 9 }).toString('base64');
}
