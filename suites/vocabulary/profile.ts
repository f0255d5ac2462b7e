import type { Ruling } from './check.ts';
import type { Authority } from './requirement.ts';

/** Replaces the rulings on the checks that an id or glob names, or sets them aside. */
export interface Overruling {
  readonly rulings: readonly Ruling[] | 'ignore';
  readonly reason: string;
}

/** A rule book: whom to ask, in order, and where the house decides otherwise. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly authorities: readonly Authority[];
  /** By check id or glob. An exact id goes before a glob, an earlier glob before a later. */
  readonly overrulings?: Readonly<Record<string, Overruling>>;
}
