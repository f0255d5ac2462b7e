import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../installation.ts';
import { survivors } from './survivors.ts';

test.for(survivors)('$file still has the line of the change $change', ({ file, line }) => {
  const code = readFileSync(join(root, file), 'utf8').replaceAll(/\s+/g, ' ');
  expect(code).toContain(line.replace(/…$/, ''));
});
