import type { Answered } from './answer.ts';
import { sentenceOf } from './sentence.ts';

/** The same for programs: a list of redirects, each with what every client does. */
export const answersJson = (questions: readonly Answered[]): string =>
  JSON.stringify(
    questions.map((answered) => ({
      title: answered.scenario.title,
      method: answered.scenario.calls[0]?.method,
      status: answered.label,
      path: answered.path,
      relation: answered.relation,
      sentence: sentenceOf(answered),
      answers: answered.answers.map(({ column, request, ...rest }) => ({
        client: column,
        arrived: request !== undefined,
        ...(request !== undefined && { request }),
        ...rest,
      })),
      ...(answered.notAsked.length > 0 && {
        notAsked: answered.notAsked.map(({ column, because }) => ({ client: column, because })),
      }),
    })),
    null,
    2,
  );
