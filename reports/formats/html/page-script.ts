import { extname, join } from 'node:path';
import { build } from 'vite';

/** The program of the page, from its modules in `page/` and what they import: one script that loads nothing. */
export async function pageScript(): Promise<string> {
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
  return chunk.code.replaceAll('</script', String.raw`<\/script`);
}
