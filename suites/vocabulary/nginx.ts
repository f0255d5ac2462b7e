import { z } from 'zod';
import type { Shape } from './shape.ts';

const versionSchema = z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as 1.13.0');

const versions = {
  since: versionSchema.describe('The first version of nginx that gives this answer.').exactOptional(),
  before: versionSchema.describe('The first version of nginx that no longer gives this answer.').exactOptional(),
};

/** What makes nginx give an answer: it takes the place of the answer where a run asks nginx. */
export const nginxSchema = z
  .union([
    z.strictObject({
      directives: z
        .string()
        .min(1)
        .describe('What is in the `location` of the path, as nginx reads it, with placeholders: `return 302 {other}/target;`.'),
      ...versions,
    }),
    z.strictObject({ folder: z.literal(true).describe('The path is a folder, requested without its slash.'), ...versions }),
  ])
  .meta({ id: 'nginx', description: 'What makes nginx give this answer, for `--servers=nginx`.' });
export type Nginx = Shape<typeof nginxSchema>;

const numbersOf = (version: string): readonly number[] => (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);

/** Whether a version of nginx comes before another one; what a distribution adds does not count: `1.18.0 (Ubuntu)`. */
export function isBefore(version: string, other: string): boolean {
  const numbers = numbersOf(version);
  const others = numbersOf(other);
  const at = numbers.findIndex((number, index) => number !== others[index]);
  return at >= 0 && (numbers[at] ?? 0) < (others[at] ?? 0);
}

/** Whether a version of nginx gives an answer. */
export const isGivenBy = ({ since, before }: Nginx, version: string): boolean =>
  !(since !== undefined && isBefore(version, since)) && (before === undefined || isBefore(version, before));

/** The versions of nginx that give an answer, in words: `1.13.0 and later`. */
export const versionsOf = ({ since, before }: Nginx): string =>
  [...(since === undefined ? [] : [`${since} and later`]), ...(before === undefined ? [] : [`versions before ${before}`])].join(
    ', ',
  ) || 'every version';
