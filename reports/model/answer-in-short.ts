import { casesOf } from '../../suites/vocabulary/answer.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { SketchedRequest } from './sketch.ts';

/** An answer in short; none for a request without an answer of the scenario. */
export type AnswerInShort = { readonly status: number; readonly reason?: string; readonly location?: string } | 'raw' | undefined;

/** What a request got as its answer. */
export function answerInShort({ answeredBy }: SketchedRequest, { routes }: Pick<Scenario, 'routes'>): AnswerInShort {
  const route = answeredBy && routes[answeredBy.place];
  const answer = route && casesOf(route)[answeredBy.case]?.answer;
  if (!answer) return undefined;
  if ('raw' in answer) return 'raw';
  const { status, reason, headers = [] } = answer;
  const location = answer.location ?? headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  return { status, ...(reason !== undefined && { reason }), ...(location !== undefined && { location }) };
}
