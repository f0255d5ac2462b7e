/** Settings as the fragment of the address; what a reader can read is not encoded. */
export const hashOf = (settings: URLSearchParams): string =>
  `#${settings.toString().replaceAll('%2F', '/').replaceAll('%7E', '~').replaceAll('%40', '@')}`;

/** The fragment that opens a cell. */
export const hashOfCell = (column: string, scenario: string): string =>
  hashOf(new URLSearchParams({ cell: `${column}/${scenario}` }));

/** Column and scenario of a cell in the address: `node/fetch` and `cycles/self` of `node/fetch/cycles/self`. */
export function parseCell(cell: string): readonly [column: string, scenario: string] | undefined {
  const [, column, scenario] = /^(.+)\/([^/]+\/[^/]+)$/.exec(cell) ?? [];
  return column === undefined || scenario === undefined ? undefined : [column, scenario];
}
