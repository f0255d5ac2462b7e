import gaps from './gaps.json' with { type: 'json' };

/** Why a row has no scenario. */
export type Reason = keyof typeof gaps;

export interface Gap {
  readonly reason: Reason;
  readonly note: string;
}

/** The reasons there are, and what each means. */
export const reasons: Readonly<Record<Reason, string>> = {
  'browser only': 'It takes a page, or another part of a browser.',
  'another API': 'It is about XMLHttpRequest, which libraries do not have.',
  'API of one client': 'It is about something that one client offers, or a few by other names.',
  'not on the wire': 'Neither the requests nor the outcome of the call show it.',
  'needs a capability': 'It takes a capability that adapters do not have, or that no bundled client declares.',
};

const byRow: ReadonlyMap<string, Gap> = new Map(
  (Object.keys(reasons) as Reason[]).flatMap((reason) =>
    Object.entries<string>(gaps[reason]).map(([row, note]) => [row, { reason, note }] as const),
  ),
);

/** Why a row has no scenario, if anybody has said so. */
export const gapOf = (row: string): Gap | undefined => byRow.get(row);

/** The rows that have a reason. */
export const rowsWithReason: readonly string[] = [...byRow.keys()];
