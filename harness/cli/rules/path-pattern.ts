import { type Asked, decoded, withoutSlash } from './rule.ts';

/** A path with placeholders, `/news/:year/*`. */
export interface PathPattern {
  /** Paths that fit: each placeholder stands for its own name. */
  readonly examples: readonly [string, ...string[]];
  /** The names of its placeholders; `*` is `splat`. */
  readonly names: readonly string[];
  /** What the placeholders stand for in a path; undefined if it does not fit. */
  readonly valuesIn: (asked: Asked) => Readonly<Record<string, string>> | undefined;
}

/** What `*` may stand for in an example. */
const SPLATS = ['any/thing', 'anything', 'any/other/thing'] as const;

const PLACEHOLDER = /:([A-Za-z]\w*)/g;

/** The names of the placeholders in a text. */
export const placeholdersIn = (text: string): readonly string[] => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/** A text with placeholders filled in; those without a value stay. */
export const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);

const escapedText = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);

const NO_VALUES = {};

function valueReader(path: string, isFixed: boolean): PathPattern['valuesIn'] {
  const bare = decoded(withoutSlash(path));
  // Most rules of long files have no placeholder, and each is compared with many URLs.
  if (isFixed) return ({ barePath }) => (barePath === bare ? NO_VALUES : undefined);
  const pieces = bare.split('*').map((piece) => escapedText(piece).replace(PLACEHOLDER, '(?<$1>[^/]+)'));
  const expression = new RegExp(`^${pieces.join('(?<splat>.*)')}/?$`);
  return ({ path: asked }) => {
    const found = expression.exec(asked);
    return found ? { ...found.groups } : undefined;
  };
}

/** Reads a pattern as a URL has it, or says why it is none. A path fits with and without its final slash. */
export function pathPattern(path: string): PathPattern | { readonly wrong: string } {
  const names = [...placeholdersIn(path), ...(path.match(/\*/g) ?? []).map(() => 'splat')];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    return { wrong: twice === 'splat' ? '* can stand only once in a path' : `:${twice} stands twice in the path` };
  const exampleWith = (splat: string): string => path.replaceAll('*', splat).replace(PLACEHOLDER, '$1');
  const [first, ...more] = SPLATS;
  return {
    examples: [exampleWith(first), ...(path.includes('*') ? more.map(exampleWith) : [])],
    names,
    valuesIn: valueReader(path, names.length === 0),
  };
}
