import { styleText } from 'node:util';
import type { Item } from '../../../suites/wording/item.ts';
import { visible } from '../../../suites/wording/visible.ts';

export interface Page {
  /** How many characters fit in a line; `Infinity` if the output is not a terminal. */
  readonly width: number;
  /** Formats the top items. */
  readonly heading: (text: string) => string;
}

/** As wide as the terminal; plain text if the output is not a terminal. */
export const standardPage = (): Page => ({
  width: process.stdout.columns ?? Infinity,
  heading: (text) => styleText('bold', text),
});

const STEP = '  ';
const NARROWEST = 40;

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function linesOf({ text, items = [] }: Item, indent: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(visible(text), Math.max(NARROWEST, width - indent.length - 2 * STEP.length));
  return [
    indent + first,
    ...rest.map((line) => indent + STEP + STEP + line),
    ...items.flatMap((item) => linesOf(item, indent + STEP, width)),
  ];
}

/** An outline as text: each item on lines of its own, an empty line between the items at the top. */
export function renderOutline(outline: readonly Item[], { width, heading }: Page): string {
  const sections = outline.map((item) => {
    const [title = '', ...rest] = linesOf(item, '', width);
    return [heading(title), ...rest].join('\n');
  });
  return sections.join('\n\n');
}
