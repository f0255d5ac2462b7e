/**
 * Who a behaviour is for: any client, by what a standard or several libraries say of it; the users of one client, where
 * neither standard speaks to it or one library alone tests it; or browsers, outside of which it makes no sense.
 */
export const tiers = ['portable', 'client', 'browser'] as const;
export type Tier = (typeof tiers)[number];

export interface Row {
  readonly tier: Tier;
  /** What it is about, in a few words. */
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
