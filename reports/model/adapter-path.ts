import type { Column } from '../../suites/vocabulary/result.ts';

const isPath = (word: string): boolean => /^[./]|\.[a-z]\w*$/.test(word);

/** The path of a client's adapter, as `--client` names it: a file, or the first file among the words of a program. A bundled client has none. */
export const adapterPath = ({ client }: Column): string | undefined =>
  /^exec(\+map)?:/.test(client)
    ? client
        .replace(/^exec(\+map)?:/, '')
        .split(/\s+/)
        .find(isPath)
    : isPath(client)
      ? client
      : undefined;
