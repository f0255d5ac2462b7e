import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefacts } from './artefacts.ts';

/** `build.ts [folder]` writes catalogue and schemas to a folder; default `dist`. */
const [, , folder = 'dist'] = process.argv;

mkdirSync(folder, { recursive: true });
for (const { file, text } of artefacts) writeFileSync(join(folder, file), text());
