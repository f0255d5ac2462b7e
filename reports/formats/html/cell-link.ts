import { h, type ComponentChildren } from 'preact';
import { hashOfCell } from './page/address.ts';

/** A link that opens a cell. */
export const cellLink = ({ column, scenario }: { readonly column: string; readonly scenario: string }): ComponentChildren =>
  h('a', { href: hashOfCell(column, scenario) }, scenario);
