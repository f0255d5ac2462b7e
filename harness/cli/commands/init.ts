import { existsSync, readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { writeWhole } from '../../../reports/write-whole.ts';
import { toolCommand } from '../../installation.ts';
import { type CiKind, ciKinds, type ClientKind, clientKinds, newFiles } from '../init/templates.ts';
import { ask, isInteractive } from '../prompt.ts';
import { UsageError } from '../usage-error.ts';
import { userPath } from '../user-path.ts';

interface InitOptions {
  readonly for?: ClientKind;
  readonly ci?: CiKind;
  readonly yes?: boolean;
}

/** The names of the packages that the project in the current folder depends on. */
function dependencies(): readonly string[] {
  const file = userPath('package.json');
  if (!existsSync(file)) return [];
  try {
    const { dependencies: own = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>;
    return [...Object.keys(own), ...Object.keys(devDependencies)];
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${(error as Error).message}`);
  }
}

function likelyClient(): ClientKind {
  const present = dependencies();
  return clientKinds.find((kind) => present.includes(kind)) ?? 'blank';
}

const likelyCi = (): CiKind => (existsSync(userPath('.gitlab-ci.yml')) ? 'gitlab' : 'github');

async function choose<Kind extends string>(question: string, kinds: readonly Kind[], likely: Kind): Promise<Kind> {
  const answer = (await ask(`${question} (${kinds.join(', ')}) [${likely}] `)) || likely;
  const kind = kinds.find((each) => each === answer);
  if (!kind) throw new UsageError(`${answer}: expected ${kinds.join(', ')}`);
  return kind;
}

async function init({ for: client, ci, yes = false }: InitOptions): Promise<void> {
  const asks = isInteractive() && !yes;
  const chosenClient =
    client ?? (asks ? await choose('What is your client built on?', clientKinds, likelyClient()) : likelyClient());
  const chosenCi = ci ?? (asks ? await choose('Which CI runs it?', ciKinds, likelyCi()) : likelyCi());
  for (const { name, text } of newFiles(chosenClient, chosenCi)) {
    const file = userPath(name);
    const exists = existsSync(file);
    if (!exists) writeWhole(file, text);
    console.log(`${exists ? 'kept   ' : 'wrote  '} ${name}`);
  }
  console.log(`\nNext: ${toolCommand}`);
}

/** `init`: the files of a project that gates its client. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description('write an adapter, a configuration, known deviations and a CI workflow; existing files are kept')
    .addOption(new Option('--for <client>', 'what your client is built on').choices(clientKinds))
    .addOption(new Option('--ci <kind>', 'which CI runs it').choices(ciKinds))
    .option('--yes', 'ask nothing')
    .action((options: InitOptions) => init(options));
}
