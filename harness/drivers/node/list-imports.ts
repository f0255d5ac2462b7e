import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { importModule } from './import-module.ts';
import { usePackagesOf } from './project-packages.ts';

/** Imports an adapter, and sends its parent process the paths of the files that it is made of, also if it cannot be loaded: `list-imports.ts <adapter> [folder of the project]`. */
const [, , adapter = '', folder] = process.argv;
const files = new Set([adapter]);

if (folder !== undefined) usePackagesOf(folder);
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) files.add(fileURLToPath(url));
    return next(url, context);
  },
});

try {
  for (const file of (await importModule(adapter)).files) files.add(file);
} catch {
  // The run says what is wrong with it.
}
process.send?.([...files], () => process.exit());
