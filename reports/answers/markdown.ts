import { markdownTable } from '../../suites/wording/markdown-table.ts';
import { visible } from '../../suites/wording/visible.ts';
import type { Answered } from './answer.ts';
import { notAskedOf, sentenceOf } from './sentence.ts';
import { answerRows, questionText, tablesOf } from './table.ts';

/** Text that Markdown must show as it is. */
const literal = (text: string): string => visible(text).replace(/[\\`*_<>[\]]/g, String.raw`\$&`);

/** The same as Markdown, for an issue or a page. */
export const answersMarkdown = (questions: readonly Answered[]): string =>
  tablesOf(questions)
    .map((group) => [
      ...group.slice(0, 1).map((answered) => `### \`${visible(questionText(answered)).replaceAll('`', '%60')}\``),
      '',
      markdownTable(answerRows(group).map((row) => row.map(literal))),
      '',
      ...[...group.map(sentenceOf), ...notAskedOf(group)].map((sentence) => `- ${literal(sentence)}`),
    ])
    .map((lines) => lines.join('\n'))
    .join('\n\n');
