import type { Answered } from './answer.ts';
import { answersJson } from './json.ts';
import { answersMarkdown } from './markdown.ts';
import { answersText } from './text.ts';

/** Every way to show what clients do with redirects. */
export const answerFormats = {
  text: answersText,
  markdown: answersMarkdown,
  json: answersJson,
} as const satisfies Readonly<Record<string, (questions: readonly Answered[]) => string>>;
