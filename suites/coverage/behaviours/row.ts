/**
 * Where a behaviour applies. `portable`: in any client, because a standard defines it or several libraries test it.
 * `client`: in one client, because no standard defines it or only one library tests it. `browser`: only inside a browser.
 */
export const tiers = ['portable', 'client', 'browser'] as const;
export type Tier = (typeof tiers)[number];

export interface Row {
  readonly tier: Tier;
  /** A short description. */
  readonly about: string;
}

/** The behaviours of one group, keyed by the id of the row. */
export type Rows = Readonly<Record<string, Row>>;

const row =
  (tier: Tier) =>
  (about: string): Row => ({ tier, about });

export const portable = row('portable');
export const client = row('client');
export const browser = row('browser');
