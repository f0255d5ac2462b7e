import { STATUS_CODES } from 'node:http';
import type { Answer, Response } from '../../suites/vocabulary/answer.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import { contentBytes } from '../concrete/content-bytes.ts';

export interface RenderedAnswer {
  readonly bytes: Buffer;
  /** What becomes of the connection after these bytes. */
  readonly ending: 'keep' | 'close' | 'reset';
}

const CRLF = '\r\n';

/** Two chunks, so that a client which reads only the first is noticed. */
function chunked(body: Buffer, trailers: HeaderFields): Buffer {
  const half = Math.ceil(body.length / 2);
  const chunks = [body.subarray(0, half), body.subarray(half)].filter((chunk) => chunk.length > 0);
  const end = ['0', ...fieldLines(trailers), '', ''].join(CRLF);
  return Buffer.concat([...chunks.map((chunk) => frame(chunk)), Buffer.from(end, 'latin1')]);
}

const fieldLines = (fields: HeaderFields): readonly string[] => fields.map(([name, value]) => `${name}: ${value}`);

const frame = (chunk: Buffer): Buffer => Buffer.concat([Buffer.from(chunk.length.toString(16) + CRLF), chunk, Buffer.from(CRLF)]);

/** RFC 9110 section 6.4.1: these never have content, and no field that would announce any. */
export const hasNoContent = (status: number): boolean => status < 200 || status === 204 || status === 304;

function framingFields({ status, framing = 'length' }: Response, body: Buffer): readonly (readonly [string, string])[] {
  if (hasNoContent(status)) return [];
  if (framing === 'length') return [['Content-Length', String(body.length)]];
  return framing === 'chunked' ? [['Transfer-Encoding', 'chunked']] : [['Connection', 'close']];
}

function renderResponse(response: Response, method: string): RenderedAnswer {
  const { status, reason = STATUS_CODES[status] ?? '', headers = [], framing = 'length', trailers = [] } = response;
  const body = contentBytes(response.body);
  const fields = fieldLines([...headers, ...framingFields(response, body)]);
  const head = Buffer.from([`HTTP/1.1 ${status} ${reason}`, ...fields, '', ''].join(CRLF), 'latin1');
  const content = framing === 'chunked' ? chunked(body, trailers) : body;
  const silent = method === 'HEAD' || hasNoContent(status);
  return {
    bytes: silent ? head : Buffer.concat([head, content]),
    ending: fields.some((field) => /^connection:\s*close$/i.test(field)) ? 'close' : 'keep',
  };
}

/** An answer as bytes. A response to HEAD stops after its header section; raw bytes are sent as they are. */
export function render(answer: Answer, method: string): RenderedAnswer {
  if (!('raw' in answer)) return renderResponse(answer, method);
  const [head = ''] = answer.raw.split(CRLF + CRLF, 1);
  const ending = answer.ending ?? (/^connection:\s*close\s*$/im.test(head) ? 'close' : 'keep');
  return { bytes: Buffer.from(answer.raw, 'latin1'), ending };
}
