import type { Unexpected } from '../../suites/vocabulary/result.ts';
import type { RecordedExchange } from '../model/record.ts';
import type { UnexpectedBlock } from '../model/unexpected-block.ts';

/** How many lines of a request or an answer are shown. */
const MOST_OF_MESSAGE = 12;

/** What each kind of unexpected result is called, as a heading. */
export const unexpectedHeadings: Readonly<Record<Unexpected['kind'], string>> = {
  regression: 'Regressions',
  flaky: 'Flaky results: another one when run again alone',
  changed: 'Changed findings',
  stale: 'Stale entries in the known deviations',
  new: 'New checks in the catalogue (they do not fail the run)',
};

/** What came and why it is unexpected: `hung (fail under fetch)`. */
export const whatAndWhy = ({ finding, why }: Unexpected): string => (finding === undefined ? why : `${finding} (${why})`);

/** An unexpected result in one line. */
export const briefly = (unexpected: Unexpected): string => `${unexpected.column}  ${unexpected.check}: ${whatAndWhy(unexpected)}`;

function messageLines(text: string, mark: string): readonly string[] {
  const lines = text.split('\n');
  const left = lines.length - MOST_OF_MESSAGE;
  return [...lines.slice(0, MOST_OF_MESSAGE), ...(left > 0 ? [`(${left} more lines)`] : [])].map((line) =>
    `${mark} ${line}`.trimEnd(),
  );
}

const exchangeLines = ({ to, request, answer }: RecordedExchange): readonly string[] => [
  `to ${to}`,
  ...messageLines(request, '>'),
  ...messageLines(answer, '<'),
];

/** What a developer needs to act on an unexpected result, a line each. */
export const actionLines = (block: UnexpectedBlock): readonly string[] => [
  ...(block.title === undefined ? [] : [block.title]),
  ...block.expected.map((line) => `expected: ${line}`),
  ...block.errors.map((line) => `error: ${line}`),
  ...block.wire.flatMap(exchangeLines),
  ...(block.kind === 'stale' ? [] : [`show it alone: ${block.show}`]),
  // A list of known deviations has one finding for a check.
  ...(block.kind === 'flaky' ? [] : [`accept it: ${block.accept}`]),
];
