import { type JavaScriptClient, javascriptClients } from './javascript/clients.ts';
import { javascriptScript } from './javascript/script.ts';
import { type PythonClient, pythonClients } from './python/clients.ts';
import { pythonScript } from './python/script.ts';
import { type ShellClient, shellClients, shellScript } from './shell/script.ts';
import type { Situation } from './situation.ts';

/** How a script calls a client, in the language of its users. */
export type ScriptedClient = JavaScriptClient | PythonClient | ShellClient;

export type ScriptLanguage = ScriptedClient['language'];

/** The clients for which there are scripts, by the name of their column. */
export const scriptedClients: Readonly<Record<string, ScriptedClient>> = {
  ...javascriptClients,
  ...shellClients,
  ...pythonClients,
};

/** The lines of a script below its head. */
export function scriptLines(situation: Situation, client: ScriptedClient): readonly string[] {
  switch (client.language) {
    case 'javascript':
      return javascriptScript(situation, client);
    case 'python':
      return pythonScript(situation, client);
    case 'shell':
      return shellScript(situation);
  }
}
