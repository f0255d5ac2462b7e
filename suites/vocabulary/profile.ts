import { z } from 'zod';
import { rulingSchema } from './check.ts';
import { authorities } from './requirement.ts';
import type { Shape } from './shape.ts';

const overrulingSchema = z.strictObject({
  rulings: z.union([z.literal('ignore'), z.array(rulingSchema)]).describe('What holds instead; `ignore` sets the check aside.'),
  reason: z.string().min(1),
});

/** Replaces the rulings on checks, or sets the checks aside. */
export interface Overruling extends Shape<typeof overrulingSchema> {}

/** A rule book: which authorities to ask, in order, and where it overrules them. */
export const profileSchema = z.strictObject({
  name: z.string().min(1),
  title: z.string().min(1),
  authorities: z.array(z.enum(authorities)).min(1).describe('The first that has a ruling on a check decides alone.'),
  overrulings: z
    .record(z.string(), overrulingSchema)
    .describe('By check id or glob. An exact id takes precedence over a glob, an earlier glob over a later one.')
    .exactOptional(),
});
export interface Profile extends Shape<typeof profileSchema> {}
