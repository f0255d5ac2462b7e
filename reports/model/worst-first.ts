import type { UnexpectedBlock } from './unexpected-block.ts';

/** The gravest first: a call that hangs or crashes, then a leaked secret, then everything else. */
const gravest: readonly string[] = ['settled', 'canary'];

const kinds: readonly UnexpectedBlock['kind'][] = ['regression', 'stale', 'new'];

function rank({ kind, check }: UnexpectedBlock): number {
  const [, fact = ''] = check.split('#');
  const [factKind = ''] = fact.split(/[:@]/);
  const gravity = gravest.indexOf(factKind);
  return kinds.indexOf(kind) * (gravest.length + 1) + (gravity === -1 ? gravest.length : gravity);
}

/** Unexpected results in the order in which a reader should see them. */
export const worstFirst = (blocks: readonly UnexpectedBlock[]): readonly UnexpectedBlock[] =>
  blocks.toSorted((a, b) => rank(a) - rank(b));
