import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readLines } from './lines.ts';

/** The lines in bytes that arrive in chunks of this size. */
async function linesIn(bytes: Buffer, size: number): Promise<readonly string[]> {
  const stream = new PassThrough();
  const lines: string[] = [];
  const read = readLines(stream, (line) => lines.push(line));
  for (let start = 0; start < bytes.length; start += size) stream.write(bytes.subarray(start, start + size));
  stream.end();
  await read;
  return lines;
}

describe.for([1, 2, 3, 7, 1000])('in chunks of %i bytes', (size) => {
  test.for<[what: string, text: string, lines: readonly string[]]>([
    ['ends at LF', 'a\nb\n', ['a', 'b']],
    ['ends at the end of the stream', 'a\nb', ['a', 'b']],
    ['is not empty', '\n\na\n\n', ['a']],
    ['may contain the separators of lines and paragraphs', 'a\u2028b\u2029c\n', ['a\u2028b\u2029c']],
    ['may contain CR, VT, FF, NEL and NUL', 'a\rb\vc\fd\u0085e\0f\n', ['a\rb\vc\fd\u0085e\0f']],
    ['may contain characters of two to four bytes', 'ä€😀\nß', ['ä€😀', 'ß']],
  ])('a line %s', async ([, text, lines]) => {
    expect(await linesIn(Buffer.from(text), size)).toEqual(lines);
  });
});

test('a line of many chunks is read in linear time', async () => {
  const [line] = await linesIn(Buffer.alloc(4_000_000, 'x'), 1000);
  expect(line).toHaveLength(4_000_000);
});

test('of a line of more than 16 MiB no more is kept, and the next line is whole', async () => {
  const stream = new PassThrough();
  const lines: [length: number, isCut: boolean][] = [];
  const read = readLines(stream, (line, isCut) => lines.push([line.length, isCut]));
  for (let count = 0; count < 20; count++) stream.write(Buffer.alloc(2 ** 20, 'x'));
  stream.end('\nnext');
  await read;
  expect(lines).toEqual([
    [16 * 2 ** 20, true],
    [4, false],
  ]);
});
