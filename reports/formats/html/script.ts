import { satisfies } from '../../../suites/vocabulary/verdict.ts';
import { symbols } from '../../matrix.ts';
import { checksPanel } from './browser-checks.ts';
import { cellDialog } from './browser-dialog.ts';
import { formInHash } from './browser-hash.ts';
import { arrowKeys } from './browser-keys.ts';
import { make } from './browser-make.ts';
import { main, type Parts } from './browser-main.ts';
import { tableView } from './browser-table.ts';

const parts = { make, checksPanel, cellDialog, formInHash, arrowKeys, tableView, satisfies } satisfies Omit<Parts, 'symbols'>;

/**
 * The program of the page. A function in Node.js knows its own source, and by then its types are gone: so the
 * browser gets exactly the functions that the compiler has checked, without a bundler.
 */
export const script = `(${String(main)})({ ${Object.entries(parts)
  .map(([name, part]) => `${name}: ${String(part)}`)
  .join(', ')}, symbols: ${JSON.stringify(symbols)} });`;
