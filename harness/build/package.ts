import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../installation.ts';
import { artefacts } from './artefacts.ts';
import { packageManifest, type RepositoryManifest } from './package-manifest.ts';

/** `package.ts` compiles what users install to `dist/package`, and packs it to `dist`. */
const folder = join(root, 'dist/package');

/** Files that are read when the program runs. */
const COPIED = ['LICENSE', 'suites/check-ids.txt', 'suites/coverage/gaps.json'];

const run = (program: string, ...args: string[]): void =>
  void execFileSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

function compile(): void {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  run(process.execPath, join(typescript, 'bin/tsc'), '--project', 'tsconfig.package.json');
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
const repository = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as RepositoryManifest;
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageManifest(repository), null, 2)}\n`);
run('npm', 'pack', folder, '--pack-destination', join(root, 'dist'));
console.log(join('dist', `${repository.name}-${repository.version}.tgz`));
