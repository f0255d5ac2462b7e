/** A path with placeholders, `/news/:year/*`. */
export interface PathPattern {
  /** A path that fits: each placeholder stands for its own name. */
  readonly example: string;
  /** The names of its placeholders; `*` is `splat`. */
  readonly names: readonly string[];
  /** What the placeholders stand for in a path; undefined if it does not fit. */
  readonly valuesIn: (path: string) => Readonly<Record<string, string>> | undefined;
}

/** What `*` stands for in an example. */
const SPLAT = 'any/thing';

const escapedText = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Reads a pattern. A path fits with and without its final slash. */
export function pathPattern(path: string): PathPattern {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const pieces = path.split('*').map((piece) => escapedText(piece).replace(/:(\w+)/g, '(?<$1>[^/]+)'));
  const expression = new RegExp(`^${pieces.join('(?<splat>.*)').replace(/\/$/, '')}/?$`);
  return {
    example: path.replaceAll('*', SPLAT).replace(/:(\w+)/g, '$1'),
    names: path.includes('*') ? [...names, 'splat'] : names,
    valuesIn(asked) {
      const found = expression.exec(asked);
      return found ? { ...found.groups } : undefined;
    },
  };
}
