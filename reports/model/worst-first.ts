import { unexpectedKinds } from '../../suites/vocabulary/result.ts';
import { gravityOf } from './gravity.ts';
import type { UnexpectedBlock } from './unexpected-block.ts';

const gravityOfBlock = ({ fact }: UnexpectedBlock): number => (fact === undefined ? -1 : gravityOf(fact));

/** Unexpected results in the order in which a reader should see them. */
export const worstFirst = (blocks: readonly UnexpectedBlock[]): readonly UnexpectedBlock[] =>
  blocks.toSorted(
    (a, b) => unexpectedKinds.indexOf(a.kind) - unexpectedKinds.indexOf(b.kind) || gravityOfBlock(b) - gravityOfBlock(a),
  );
