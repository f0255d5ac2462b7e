import type { TableData } from '../data/table-data.ts';
import { find } from './find.ts';
import { startPage } from './start-page.ts';
import { unpack } from './unpack.ts';

startPage((await unpack(find('#data', HTMLElement).textContent)) as TableData);
performance.mark('interactive');
