import { visible } from '../../suites/wording/visible.ts';
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

/** More backticks than any run of them in a text. */
function fenceFor(text: string, shortest: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(Math.max(shortest, longest + 1));
}

/** Lines as a block of code, whatever backticks they have. */
export function codeBlock(lines: readonly string[]): string {
  const text = visible(lines.join('\n'));
  const fence = fenceFor(text, 3);
  return `${fence}text\n${text}\n${fence}`;
}

/** Text as code, whatever backticks it has. */
export function code(text: string): string {
  const line = inLine(text);
  const fence = fenceFor(line, 1);
  const space = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return fence + space + line + space + fence;
}
