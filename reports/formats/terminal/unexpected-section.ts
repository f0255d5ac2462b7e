import { type Results, unexpectedKinds } from '../../../suites/vocabulary/result.ts';
import { type UnexpectedBlock, unexpectedBlocks } from '../../model/unexpected-block.ts';
import { actionLines, briefly, unexpectedHeadings } from '../block-text.ts';

/** How many blocks are shown whole under a heading; the rest get a line each, up to a limit. */
const MOST_BLOCKS = 5;
const MOST_LINES = 40;

const blockLines = (block: UnexpectedBlock): readonly string[] => [
  briefly(block),
  ...actionLines(block).map((line) => `  ${line}`),
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

/** The unexpected results under a heading for each kind, each with its count and its lines. */
export function unexpectedSections(results: Results): readonly { readonly heading: string; readonly lines: readonly string[] }[] {
  const byKind = Map.groupBy(unexpectedBlocks(results), ({ kind }) => kind);
  return unexpectedKinds.map((kind) => {
    const blocks = byKind.get(kind) ?? [];
    return { heading: `${unexpectedHeadings[kind]}: ${blocks.length}`, lines: linesOf(blocks) };
  });
}
