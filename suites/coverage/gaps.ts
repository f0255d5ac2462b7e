import gaps from './gaps.json' with { type: 'json' };

/** Why a row has no scenario. */
export type Reason = keyof typeof gaps;

export interface Gap {
  readonly reason: Reason;
  readonly note: string;
}

/** What each reason means. */
export const reasons: Readonly<Record<Reason, string>> = {
  'browser only': 'It requires a page, or another part of a browser.',
  'another API': 'It is about XMLHttpRequest, which libraries do not have.',
  'API of one client': 'It is about a feature of one client, or of a few clients under different names.',
  'not on the wire': 'Neither the requests nor the outcome of the call show it.',
  'needs a capability': 'It needs a capability that adapters do not have, or that no bundled client declares.',
};

const byRow: ReadonlyMap<string, Gap> = new Map(
  (Object.keys(reasons) as Reason[]).flatMap((reason) =>
    Object.entries<string>(gaps[reason]).map(([row, note]) => [row, { reason, note }] as const),
  ),
);

/** Why a row has no scenario, if a reason is known. */
export const gapOf = (row: string): Gap | undefined => byRow.get(row);

/** The rows that have a reason. */
export const rowsWithReason: readonly string[] = [...byRow.keys()];
