import { visible } from '../../suites/wording/visible.ts';
import type { Answered } from './answer.ts';
import { notAskedOf, sentenceOf } from './sentence.ts';
import { answerRows, questionText, tablesOf } from './table.ts';

const GAP = '  ';

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

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
