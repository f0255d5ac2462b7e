import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { issueMarkdown } from './issue-markdown.ts';
import type { Reproduced } from './reproduced.ts';

/** A column may be `package/flavour`; a folder is one word. */
const folderOf = (column: string): string => column.replaceAll(/[^\w.@+-]/g, '-');

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Writes the scripts of all that a client does wrong, with the text of an issue beside each: `axios/method-matrix/301-put.mjs`. How many there are. */
export function writeScripts(reproduced: readonly Reproduced[], folder: string): number {
  let written = 0;
  for (const { column, scenario, reproduction, issue } of reproduced) {
    if ('none' in reproduction || !issue) continue;
    const path = join(folder, folderOf(column.id), scenario.id);
    write(path + extname(reproduction.file), reproduction.script);
    write(`${path}.md`, issueMarkdown(issue));
    written++;
  }
  return written;
}
