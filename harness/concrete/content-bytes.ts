import { inFull, isOctets, type Octets, type Repeated } from '../../suites/vocabulary/answer.ts';

/** A body as bytes: text as UTF-8, octets as they are. */
export const contentBytes = (content: string | Repeated | Octets = ''): Buffer<ArrayBuffer> =>
  isOctets(content) ? Buffer.from(content.base64, 'base64') : Buffer.from(inFull(content));
