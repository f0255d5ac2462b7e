import { isOctets, type Octets, type Repeated } from '../vocabulary/answer.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';

/** One line of a call or an answer in words. */
export interface DescribedLine {
  /** What the line is: the start line, how the message is sent (`note`), or a part of the message. */
  readonly is: 'start' | 'note' | 'field' | 'body' | 'bytes' | 'trailer';
  readonly text: string;
}

const asItem: Readonly<Record<DescribedLine['is'], (text: string) => string>> = {
  start: (text) => text,
  note: (text) => text,
  field: (text) => text,
  body: (text) => `body: ${JSON.stringify(text)}`,
  bytes: (text) => `bytes: ${JSON.stringify(text)}`,
  trailer: (text) => `trailer ${text}`,
};

const asPart: Readonly<Record<DescribedLine['is'], (text: string) => string>> = {
  start: (text) => text,
  note: (text) => `(${text})`,
  field: (text) => text,
  body: (text) => `\n${text}`,
  bytes: (text) => text.replaceAll('\r\n', '\n'),
  trailer: (text) => `(trailer) ${text}`,
};

/** A line for an outline: bodies and bytes are quoted and labelled, so that each takes one line. */
export const outlineText = ({ is, text }: DescribedLine): string => asItem[is](text);

/** Lines in the form of an HTTP message: notes in parentheses, and an empty line before the body. */
export const messageText = (lines: readonly DescribedLine[]): string => lines.map(({ is, text }) => asPart[is](text)).join('\n');

/** Header fields as lines. */
export const fieldLines = (fields: HeaderFields): readonly DescribedLine[] =>
  fields.map(([name, value]) => ({ is: 'field', text: `${name}: ${value}` }));

/** Texts that say how a message is sent as lines. */
export const noteLines = (texts: readonly string[]): readonly DescribedLine[] => texts.map((text) => ({ is: 'note', text }));

const hexadecimal = ({ base64 }: Octets): string =>
  Array.from(atob(base64), (octet) => octet.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()).join(' ');

/** A body as lines; an empty body has none, a repeated text is described instead of shown, and octets are in hexadecimal. */
export function bodyLines(body: string | Repeated | Octets): readonly DescribedLine[] {
  if (isOctets(body)) return noteLines([`body in octets: ${hexadecimal(body)}`]);
  if (typeof body !== 'string') return noteLines([`body: ${JSON.stringify(body.repeat)}, ${body.times} times`]);
  return body === '' ? [] : [{ is: 'body', text: body }];
}
