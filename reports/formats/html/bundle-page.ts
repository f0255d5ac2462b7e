import { extname, isAbsolute, join } from 'node:path';

/** The program of the page: one script that loads nothing, and the files that it is made of. */
export interface PageBundle {
  readonly code: string;
  readonly modules: readonly string[];
}

/** Makes the program of the page from its modules in `page/` and what they import. */
export async function bundlePage(): Promise<PageBundle> {
  // It takes a while to load, and a page that is bundled already does not need it.
  const { build } = await import('vite');
  const built = await build({
    // Only this project counts: no configuration, environment or other file of the folder in which it is used.
    root: import.meta.dirname,
    configFile: false,
    envDir: false,
    publicDir: false,
    css: { postcss: {} },
    oxc: false,
    logLevel: 'error',
    resolve: { alias: { zod: join(import.meta.dirname, 'page', `no-schemas${extname(import.meta.filename)}`) } },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'page', `main${extname(import.meta.filename)}`),
        tsconfig: false,
        output: { codeSplitting: false },
      },
    },
  });
  const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== 'chunk' || chunk.imports.length > 0)
    throw new Error('The program of the page is not one script.');
  return { code: chunk.code.replaceAll('</script', String.raw`<\/script`), modules: chunk.moduleIds.filter(isAbsolute) };
}
