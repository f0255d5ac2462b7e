import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { type ScriptedClient, scriptedClients, type ScriptLanguage, scriptLines } from './clients.ts';
import { filled } from './fill.ts';
import { obstacleTo } from './obstacles.ts';
import { situationOf } from './situation.ts';

/** A script that shows what a client does, with nothing but the client and a runtime; or why there is none. */
export type Reproduction = Script | { readonly none: string };

export interface Script {
  readonly script: string;
  readonly language: ScriptLanguage;
  /** The name that its head gives it: `reproduction.mjs`. */
  readonly file: string;
  /** What it needs and how it is run, a command a line. */
  readonly steps: readonly string[];
}

/** A column of a run: the client, and the version of its package. */
export interface ReproducedClient {
  readonly name: string;
  readonly version: string;
}

interface Form {
  readonly file: string;
  readonly comment: string;
  readonly shebang?: string;
  readonly install: (packageName: string, version: string) => string;
  readonly run: string;
}

const forms: Readonly<Record<ScriptLanguage, Form>> = {
  javascript: {
    file: 'reproduction.mjs',
    comment: '//',
    install: (packageName, version) => `npm install ${packageName}@${version}`,
    run: 'node reproduction.mjs',
  },
  python: {
    file: 'reproduction.py',
    comment: '#',
    install: (packageName, version) => `pip install ${packageName}==${version}`,
    run: 'python3 reproduction.py',
  },
  shell: {
    file: 'reproduction.sh',
    comment: '#',
    shebang: '#!/usr/bin/env bash',
    install: (packageName, version) => `${packageName} --version   # ${version}; and Node.js for the servers`,
    run: 'bash reproduction.sh',
  },
};

const packageOf = (client: ScriptedClient): string | undefined => (client.language === 'shell' ? 'curl' : client.packageName);

function stepsFor(client: ScriptedClient, version: string): readonly string[] {
  const { install, run } = forms[client.language];
  const packageName = packageOf(client);
  return [...(packageName === undefined ? [] : [install(packageName, version)]), run];
}

/** What the script is about, and how to run it. */
function headLines(notes: readonly string[], language: ScriptLanguage): readonly string[] {
  const { comment, shebang } = forms[language];
  return [...(shebang === undefined ? [] : [shebang]), ...notes.map((note) => `${comment} ${note}`.trimEnd()), ''];
}

/** Writes the script for a scenario and a client. The client is called as its users call it, at the version that is given. */
export function reproductionOf(scenario: Scenario, { name, version }: ReproducedClient): Reproduction {
  const client = scriptedClients[name];
  if (!client) return { none: `there are no scripts for ${name}` };
  const obstacle = obstacleTo(scenario, client);
  if (obstacle !== undefined) return { none: obstacle };
  const { language } = client;
  const steps = stepsFor(client, version);
  const head = [filled(scenario.title), `${scenario.id}, ${name} ${version}`, '', ...steps.map((step) => `  ${step}`)];
  const lines = [...headLines(head, language), ...scriptLines(situationOf(scenario), client), ''];
  return { script: lines.join('\n'), language, file: forms[language].file, steps };
}
