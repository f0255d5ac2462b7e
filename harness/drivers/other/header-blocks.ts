import type { HeaderFields } from '../../../suites/vocabulary/header-fields.ts';

/** Status line and fields of one answer. */
export interface HeaderBlock {
  readonly status: number;
  readonly headers: HeaderFields;
}

const STATUS_LINE = /^HTTP\/[\d.]+ (\d+)/;

function fieldOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return colon === -1 ? [line.trim(), ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}

/** The answers whose heads a command-line client printed, in order: redirects, interim answers and tunnels too. */
export function headerBlocks(printed: string): readonly HeaderBlock[] {
  const blocks: { status: number; headers: (readonly [string, string])[] }[] = [];
  for (const line of printed.split(/\r?\n/)) {
    const [, status] = STATUS_LINE.exec(line) ?? [];
    if (status !== undefined) blocks.push({ status: Number(status), headers: [] });
    else if (line !== '') blocks.at(-1)?.headers.push(fieldOf(line));
  }
  return blocks;
}
