import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { bundlePage } from '../../reports/formats/html/bundle-page.ts';
import { root } from '../installation.ts';
import { artefacts } from './artefacts.ts';
import { prepareDeclarations } from './declarations.ts';
import { packageManifest, publicModules, type RepositoryManifest } from './package-manifest.ts';

/** `package.ts [folder]` compiles what users install, and packs it to a folder; default `dist`. */
const [, , destination = 'dist'] = process.argv;
const dist = resolve(destination);
const folder = join(dist, 'package');

/** Files that are read when the program runs. */
const COPIED = [
  'LICENSE',
  'suites/check-ids.txt',
  'suites/coverage/gaps.json',
  ...globSync(['harness/drivers/other/*/*.{go,java,php,pl,py,rb}', 'harness/drivers/preload/*.c'], { cwd: root }),
];

const run = (program: string, ...args: string[]): void =>
  void execFileSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

function compile(): void {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  run(process.execPath, join(typescript, 'bin/tsc'), '--project', 'tsconfig.package.json', '--outDir', folder);
  prepareDeclarations(folder, publicModules);
}

function copy(file: string, to = file): void {
  const target = join(folder, to);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, file), target);
}

rmSync(folder, { recursive: true, force: true });
compile();
for (const file of COPIED) copy(file);
copy('docs/package.md', 'README.md');
for (const { file, text } of artefacts) writeFileSync(join(folder, file), text());
const { code } = await bundlePage();
writeFileSync(join(folder, 'reports/formats/html/page.js'), code);
const repository = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as RepositoryManifest;
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageManifest(repository), null, 2)}\n`);
run('npm', 'pack', folder, '--silent', '--pack-destination', dist);
console.log(join(destination, `${repository.name}-${repository.version}.tgz`));
