import { h, type ComponentChildren } from 'preact';

/** A link that opens a cell. */
export function cellLink({ column, scenario }: { readonly column: string; readonly scenario: string }): ComponentChildren {
  const cell = encodeURIComponent(`${column}/${scenario}`).replaceAll('%2F', '/');
  return h('a', { href: `#cell=${cell}` }, scenario);
}
