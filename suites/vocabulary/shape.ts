import { z } from 'zod';

type ReadOnly<Value> = { readonly [Key in keyof Value]: ReadOnly<Value[Key]> };

/** The type of what a schema describes, read-only in all its depth. */
export type Shape<Schema extends z.ZodType> = ReadOnly<z.infer<Schema>>;

/** Counts calls, visits and the like, from 1. */
export const ordinalSchema = z.int().min(1);
