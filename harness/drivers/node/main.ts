import { loadClient } from './load.ts';
import type { MockSetup } from './msw.ts';
import { usePackagesOf } from './project-packages.ts';
import { runDriver } from './run-driver.ts';

/** The driver for TypeScript and JavaScript adapters: `main.ts <adapter> [wire|msw|msw+http] [folder of the project]`. */
const [, , adapter = '', transport = 'wire', folder] = process.argv;

if (folder !== undefined) usePackagesOf(folder);
await runDriver(() => loadClient(adapter), transport as 'wire' | MockSetup);
