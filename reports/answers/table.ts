import type { ClientAnswer, Answered } from './answer.ts';

const fieldText = ({ name, changed }: ClientAnswer['fields'][number]): string => (changed ? `${name} (changed)` : name);

/** The columns of the table of answers. */
const columns: readonly (readonly [head: string, cellOf: (answer: ClientAnswer, answered: Answered) => string])[] = [
  ['status', (_, { label }) => label],
  ['client', ({ column }) => column],
  ['arrived', ({ request, fault }) => (fault === undefined ? (request === undefined ? 'no' : 'yes') : '?')],
  ['request at the target', ({ request = '' }) => request],
  ['fields of the caller there', ({ fields }) => fields.map(fieldText).join(', ')],
  ['requests', ({ requests }) => String(requests)],
  ['the caller gets', ({ outcome, fault }) => fault ?? outcome.replace(/^returned /, '')],
];

/** The answers to questions as rows of texts, with their head. */
export const answerRows = (questions: readonly Answered[]): readonly (readonly string[])[] => [
  columns.map(([head]) => head),
  ...questions.flatMap((answered) => answered.answers.map((answer) => columns.map(([, cellOf]) => cellOf(answer, answered)))),
];

/** What is asked for: `POST https://example.org/a → https://example.com/b`. */
export const questionText = ({ scenario, path }: Answered): string => `${scenario.calls[0]?.method ?? ''} ${path.join(' → ')}`;

/** Questions that differ in nothing but the status, to be shown in one table. */
export const tablesOf = (questions: readonly Answered[]): readonly (readonly Answered[])[] => [
  ...Map.groupBy(questions, questionText).values(),
];
