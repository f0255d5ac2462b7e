import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Rolldown } from 'vite';
import { modulePath } from '../../installation.ts';
import { firstLineOf } from '../../drivers/node/import-module.ts';
import { UsageError } from '../usage-error.ts';

/** An adapter, and the folder in which its packages are installed. */
interface AdapterModule {
  readonly module: string;
  readonly packages: string;
}

const ENTRY = 'virtual:driver';

/** The driver for one adapter, as one program. */
const entryFor = (module: string): string => `
import { clientIn } from ${JSON.stringify(modulePath('harness/drivers/node/load'))};
import { runDriver } from ${JSON.stringify(modulePath('harness/drivers/node/run-driver'))};
await runDriver(() => clientIn(import(${JSON.stringify(module)}), ${JSON.stringify(module)}), 'wire');
`;

/** Where the bundle finds the packages of the adapter by itself, if it has any. */
const folderFor = (packages: string): string =>
  existsSync(join(packages, 'node_modules'))
    ? join(packages, 'node_modules/.cache/redirect-conformance')
    : join(tmpdir(), 'redirect-conformance');

/** A package of this program that adapters use: a folder with a release of a client does not have it. */
const isOurs = (id: string): boolean => id === 'semver';

async function chunksFor(module: string): Promise<readonly Rolldown.OutputChunk[]> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    resolve: { tsconfigPaths: true },
    plugins: [
      {
        name: 'redirect-conformance:driver',
        enforce: 'pre',
        resolveId: (id: string) =>
          id === ENTRY ? `\0${ENTRY}` : /^(\.|\/|\0|\w:\\)/.test(id) || isOurs(id) ? undefined : { id, external: true },
        load: (id: string) => (id === `\0${ENTRY}` ? entryFor(module) : undefined),
      },
    ],
    ssr: { noExternal: ['semver'] },
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node18',
      rolldownOptions: {
        input: { driver: ENTRY },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return [result]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter((each) => each.type === 'chunk');
}

/** Writes the driver for an adapter in plain JavaScript, and returns its file. Two processes that do so at once do not disturb each other. */
export async function bundledDriver({ module, packages }: AdapterModule, option: string): Promise<string> {
  try {
    const chunks = await chunksFor(module);
    const digest = createHash('sha256').update(JSON.stringify(chunks.map(({ fileName, code }) => [fileName, code])));
    const folder = join(folderFor(packages), `driver-${digest.digest('hex').slice(0, 16)}`);
    if (!existsSync(folder)) {
      await mkdir(dirname(folder), { recursive: true });
      const unfinished = await mkdtemp(`${folder}-`);
      await Promise.all(chunks.map(({ fileName, code }) => writeFile(join(unfinished, fileName), code)));
      await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
    }
    return join(folder, 'driver.mjs');
  } catch (error) {
    throw new UsageError(`${option}: cannot make a driver of ${module}: ${firstLineOf(error)}`);
  }
}
