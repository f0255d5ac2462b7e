import { expect, test } from 'vitest';
import type { Item } from '../../../suites/wording/item.ts';
import { renderOutline, type Page } from './outline.ts';

const plain = (width: number): Page => ({ width, heading: (text) => text });

const outline: readonly Item[] = [
  { text: 'First', items: [{ text: 'one two three four five six seven eight nine ten eleven', items: [{ text: 'deeper' }] }] },
  { text: 'Second' },
];

test('without a width every item is one line, and the headings are marked', () => {
  expect(renderOutline(outline, { width: Infinity, heading: (text) => `*${text}*` })).toBe(
    ['*First*', '  one two three four five six seven eight nine ten eleven', '    deeper', '', '*Second*'].join('\n'),
  );
});

test('no line is longer than the width, and continued lines are indented more than the items below', () => {
  const words = Array.from({ length: 60 }, (_, index) => 'x'.repeat(1 + (index % 7))).join(' ');
  const text = renderOutline([{ text: 'Top', items: [{ text: words, items: [{ text: words }] }] }], plain(60));
  const lines = text.split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(new Set(lines.map((line) => line.search(/\S/)))).toEqual(new Set([0, 2, 6, 4, 8]));
  expect(text.split(/\s+/).join(' ')).toBe(`Top ${words} ${words}`);
});

test('a word longer than a line is not split, and a line has at least 40 characters on a narrow terminal', () => {
  const url = `https://example.com/${'x'.repeat(60)}`;
  expect(renderOutline([{ text: `see ${url} for more` }], plain(10))).toBe(`see\n    ${url}\n    for more`);
});

test('a control character that a terminal would interpret is escaped', () => {
  expect(renderOutline([{ text: 'Location: /a\u0093b\u001B[2J' }], plain(Infinity))).toBe('Location: /a\\u{93}b\\u{1b}[2J');
});
