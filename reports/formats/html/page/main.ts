import type { EarlierData } from '../data/earlier.ts';
import { type FoldedTable, unfoldTable } from '../data/folded-table.ts';
import { find } from './find.ts';
import { startPage } from './start-page.ts';
import { unpack } from './unpack.ts';

const data = unfoldTable((await unpack(find('#data', HTMLElement).textContent)) as FoldedTable);
const earlier = document.querySelector('#earlier')?.textContent;
startPage(data, earlier ? ((await unpack(earlier)) as EarlierData) : undefined);
performance.mark('interactive');
