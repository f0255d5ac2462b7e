import { diff } from 'node:util';

/** How many names a message shows. */
export const NAMED = 3;

const distance = (a: string, b: string): number => diff(a, b).filter(([operation]) => operation !== 0).length;

/** The names that are most like what was asked for, for a message. */
export const nearest = (asked: string, names: readonly string[]): string =>
  names
    .map((name) => ({ name, distance: distance(asked, name) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
