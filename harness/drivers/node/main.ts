import type { Transport } from '../../../suites/vocabulary/result.ts';
import { loadClient } from './load.ts';
import { runDriver } from './run-driver.ts';

/** The driver for TypeScript and JavaScript adapters: `main.ts <adapter> [wire|msw]`. */
const [, , adapter = '', transport = 'wire'] = process.argv;

await runDriver(() => loadClient(adapter), transport as Transport);
