import { visible } from '../../../suites/wording/visible.ts';

/** Text in which nothing is Markdown, HTML or the name of somebody to notify. */
export const escapeMarkdown = (text: string): string =>
  visible(text).replace(/[\\`*_[\]<>~&#@|\n]/g, (character) => `&#${character.codePointAt(0)};`);

/** More backticks than any run of them in a text. */
function fence(text: string, atLeast: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(Math.max(atLeast, longest + 1));
}

/** Lines as a block of code. */
export function codeBlock(lines: readonly string[]): string {
  const text = visible(lines.join('\n'));
  const marks = fence(text, 3);
  return `${marks}text\n${text}\n${marks}`;
}
