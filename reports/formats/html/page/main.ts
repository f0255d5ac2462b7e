import type { EarlierData } from '../data/earlier.ts';
import type { TableData } from '../data/table-data.ts';
import { find } from './find.ts';
import { startPage } from './start-page.ts';
import { unpack } from './unpack.ts';

const data = (await unpack(find('#data', HTMLElement).textContent)) as TableData;
const earlier = document.querySelector('#earlier')?.textContent;
startPage(data, earlier ? ((await unpack(earlier)) as EarlierData) : undefined);
performance.mark('interactive');
