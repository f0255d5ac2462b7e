import { createInterface } from 'node:readline/promises';

/** Whether a person can answer questions. */
export const isInteractive = (): boolean => process.stdin.isTTY && process.stdout.isTTY && !process.env['CI'];

/** What a person answers to a question at the terminal. */
export async function ask(question: string): Promise<string> {
  using questions = createInterface({ input: process.stdin, output: process.stdout });
  return (await questions.question(question)).trim();
}
