import type { Results, Unexpected } from '../../../suites/vocabulary/result.ts';
import type { RecordedExchange } from '../../model/record.ts';
import { type UnexpectedBlock, unexpectedBlocks } from '../../model/unexpected-block.ts';

/** How many blocks are shown whole under a heading; the rest get a line each, up to a limit. */
const MOST_BLOCKS = 5;
const MOST_LINES = 40;
/** How many lines of a request or an answer are shown. */
const MOST_OF_MESSAGE = 12;

const headings: Readonly<Record<Unexpected['kind'], string>> = {
  regression: 'Regressions',
  changed: 'Changed findings',
  stale: 'Stale entries in the known deviations',
  new: 'New checks in the catalogue (they do not fail the run)',
};

const briefly = ({ column, check, finding, why }: Unexpected): string =>
  `${column}  ${check}: ${finding === undefined ? why : `${finding} (${why})`}`;

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

const blockLines = (block: UnexpectedBlock): readonly string[] => [
  briefly(block),
  ...[
    ...(block.title === undefined ? [] : [block.title]),
    ...block.expected.map((line) => `expected: ${line}`),
    ...block.errors.map((line) => `error: ${line}`),
    ...block.wire.flatMap(exchangeLines),
    ...(block.kind === 'stale' ? [] : [`show it alone: ${block.show}`]),
    `accept it: ${block.accept}`,
  ].map((line) => `  ${line}`),
  '',
];

function linesOf(blocks: readonly UnexpectedBlock[]): readonly string[] {
  const brief = blocks.slice(MOST_BLOCKS);
  const left = brief.length - MOST_LINES;
  return [
    ...blocks.slice(0, MOST_BLOCKS).flatMap(blockLines),
    ...brief.slice(0, MOST_LINES).map(briefly),
    ...(left > 0 ? [`and ${left} more in results.json`] : []),
  ];
}

/** The unexpected results under three headings, each with its count and its lines. */
export function unexpectedSections(results: Results): readonly { readonly heading: string; readonly lines: readonly string[] }[] {
  const byKind = Map.groupBy(unexpectedBlocks(results), ({ kind }) => kind);
  return (['regression', 'changed', 'stale', 'new'] as const).map((kind) => {
    const blocks = byKind.get(kind) ?? [];
    return { heading: `${headings[kind]}: ${blocks.length}`, lines: linesOf(blocks) };
  });
}
