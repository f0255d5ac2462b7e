import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, type FSWatcher, watch as watchFolder } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { filesOfAdapter } from './adapter-files.ts';
import { sourcesOf } from './columns.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { onEndOfNpm, onSignal } from './interruption.ts';
import { DEFAULT_KNOWN_FILE } from './known-file.ts';
import { optionsWithConfig } from './options-with-config.ts';
import type { CommandLineOptions } from './options.ts';
import { ownSuiteFiles } from './own-suites.ts';
import type { RunOptions } from './plan-run.ts';
import { configFile } from './read-config.ts';
import { userPath } from './user-path.ts';

/** How long a series of changes is taken for one, in milliseconds. */
const SERIES = 100;

/** The files that an adapter is made of, without those of packages. */
async function importsOf(adapter: string): Promise<readonly string[]> {
  const files = await filesOfAdapter(adapter);
  return files.filter((file) => !file.includes(`${sep}node_modules${sep}`));
}

/** Every file of the user that a run depends on. */
async function filesOf({ client = ['all'], scenarios = [], known, profile }: RunOptions): Promise<readonly string[]> {
  const { adapters, files } = sourcesOf(client);
  const imported = await Promise.all(adapters.map(importsOf));
  const others = [known ?? DEFAULT_KNOWN_FILE, ...(profile === undefined ? [] : [profile])].map(userPath);
  return [...imported.flat(), ...files, ...ownSuiteFiles(scenarios), ...others.filter((file) => existsSync(file))];
}

/** Calls a function once one of these files has changed, until the returned function is called. Editors replace files, so their folders are watched. */
function onChange(files: ReadonlySet<string>, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = [...new Set([...files].map(dirname))].map((folder): FSWatcher =>
    watchFolder(folder, (_, name) => {
      if (name !== null && !files.has(join(folder, basename(name)))) return;
      clearTimeout(timer);
      timer = setTimeout(changed, SERIES);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Runs the same command without `--watch`, and again whenever a file that it depends on has changed; until a signal ends it. */
export async function watch(commandLine: CommandLineOptions): Promise<ExitCode> {
  const options = await optionsWithConfig(commandLine);
  const args = process.argv.slice(1).filter((arg) => arg !== '--watch');
  const { promise: ended, resolve: end } = Promise.withResolvers<ExitCode>();
  let child: ChildProcess | undefined;
  const endBy = (signal: keyof typeof exitCodes): void => {
    // Ctrl-C in a terminal reaches the run too.
    child?.kill(signal);
    end(exitCodes[signal]);
  };
  onSignal(endBy);
  onEndOfNpm(() => endBy('SIGTERM'));
  // A file that was part of an adapter before it could no longer be loaded may be the one to correct.
  const files = new Set([configFile(commandLine.config) ?? []].flat());
  for (;;) {
    for (const file of await filesOf(options)) files.add(file);
    const { promise: changed, resolve: change } = Promise.withResolvers<'changed'>();
    const stop = onChange(files, () => change('changed'));
    child = spawn(process.execPath, [...process.execArgv, ...args], { stdio: 'inherit' });
    const exited = once(child, 'exit');
    void exited.then(() => console.error(`redirect-conformance: ${files.size} files are watched; Ctrl-C ends`));
    const next = await Promise.race([changed, ended]);
    stop();
    child.kill();
    await exited;
    if (next !== 'changed') return next;
  }
}
