import { visible } from '../../suites/wording/visible.ts';
import { aligned } from './aligned.ts';
import type { Answered } from './answer.ts';
import { notAskedOf, sentenceOf } from './sentence.ts';
import { answerRows, questionText, tablesOf } from './table.ts';

/** A table, with an empty line before each status. */
function tableText(questions: readonly Answered[]): readonly string[] {
  const [head = '', ...rows] = aligned(answerRows(questions));
  let at = 0;
  const groups = questions.flatMap(({ answers }) => {
    const group = rows.slice(at, at + answers.length);
    at += answers.length;
    return ['', ...group];
  });
  return [head, ...groups];
}

/** Answers for a reader at a terminal: a table for each redirect, then a sentence for each status. */
export const answersText = (questions: readonly Answered[]): string =>
  tablesOf(questions)
    .map((group) => [
      ...group.slice(0, 1).map(questionText),
      '',
      ...tableText(group),
      '',
      ...group.map(sentenceOf),
      ...notAskedOf(group),
    ])
    .map((lines) => lines.map(visible).join('\n'))
    .join('\n\n');
