import type { Command } from 'commander';

type AddCommand = (program: Command) => void;

/** Every command beside the run itself, in the order of the help. Each adds itself to the program; its module is loaded if it may be asked for. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  list: async () => (await import('./list.ts')).addList,
  explain: async () => (await import('./explain.ts')).addExplain,
  serve: async () => (await import('./serve.ts')).addServe,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  ask: async () => (await import('./ask.ts')).addAsk,
  reproduce: async () => (await import('./reproduce.ts')).addReproduce,
  rules: async () => (await import('./rules.ts')).addRules,
  bless: async () => (await import('./bless.ts')).addBless,
  init: async () => (await import('./init.ts')).addInit,
  diff: async () => (await import('./diff.ts')).addDiff,
  merge: async () => (await import('./merge.ts')).addMerge,
  report: async () => (await import('./merge.ts')).addReport,
  sweep: async () => (await import('./sweep.ts')).addSweep,
  bisect: async () => (await import('./bisect.ts')).addBisect,
};

const isOption = (arg: string): boolean => arg.startsWith('-');

/** The names of commands that these arguments need: that of the command they name, none for a run, all for help and for a name that is none. */
function namesIn(args: readonly string[]): readonly string[] {
  const named = args.filter((arg) => Object.hasOwn(commands, arg));
  const isRun = args.every((arg) => isOption(arg) && arg !== '--help' && arg !== '-h');
  return named.length > 0 || isRun ? named : Object.keys(commands);
}

/** What adds the commands that these arguments of the command line need to a program. */
export const commandsFor = (args: readonly string[]): Promise<readonly AddCommand[]> =>
  Promise.all(namesIn(args).flatMap((name) => commands[name]?.() ?? []));
