import { loadClient } from './load.ts';
import { usePackagesOf } from './project-packages.ts';
import { runDriver } from './run-driver.ts';
import type { MockSetup } from './start-mock.ts';

/** The driver for TypeScript and JavaScript adapters: `main.ts <adapter> [wire|msw|msw+http|nock|mock-agent] [folder of the project]`. */
const [, , adapter = '', transport = 'wire', folder] = process.argv;

if (folder !== undefined) usePackagesOf(folder);
await runDriver(() => loadClient(adapter), transport as 'wire' | MockSetup);
