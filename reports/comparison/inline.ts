import { inLine } from './words.ts';

const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>~&#@]/g, (character) => `&#${character.codePointAt(0)};`);

/** Text without anything that Markdown would take for its own, and without names that a forge would notify. */
export const escapeMarkdown = (text: string): string => escaped(inLine(text, Infinity));

/** The same, but what stands between backticks stays code. */
export const escapeProse = (text: string): string =>
  inLine(text, 400)
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : escaped(piece)))
    .join('');

/** Text as code, whatever backticks it has. */
export function code(text: string): string {
  const line = inLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return fence + space + line + space + fence;
}
