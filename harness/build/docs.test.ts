import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docSections } from './doc-sections.ts';
import { withSections } from './sections.ts';

const root = join(import.meta.dirname, '../..');
const pages = globSync('docs/*.md', { cwd: root }).map((page) => ({ page, text: readFileSync(join(root, page), 'utf8') }));

/** Columns of a table may be padded differently. */
const withoutPadding = (text: string): string => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');

test.for(pages)('the tables of $page are those of the shapes', ({ text }) => {
  expect(withoutPadding(text), 'run `npm run docs`').toBe(withoutPadding(withSections(text, docSections)));
});

test('every table that is made from a shape is on some page', () => {
  const missing = [...docSections.keys()].filter((name) => !pages.some(({ text }) => text.includes(`<!-- ${name} -->`)));
  expect(missing).toEqual([]);
});

test('an unknown section is an error', () => {
  expect(() => withSections('<!-- weather -->\n<!-- /weather -->', docSections)).toThrow('unknown section: weather');
});
