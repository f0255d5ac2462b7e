import { z } from 'zod';
import { rulingSchema, writtenRulingSchema } from './check.ts';
import { authorities, requirementIdSchema, requirementSchema } from './requirement.ts';
import type { Shape } from './shape.ts';

/** What holds instead of the rulings on a check, or that it is set aside. */
const insteadSchema = <Ruling extends z.ZodType>(ruling: Ruling) =>
  z
    .union([z.literal('ignore'), z.array(ruling).min(1)], { error: 'Invalid rulings: expected "ignore" or a list of rulings' })
    .describe('What holds instead; `ignore` sets the check aside.');

const reasonSchema = z.string().regex(/\S/, 'a reason in plain words is needed').describe('Why, in plain words.');

const overrulingSchema = z.strictObject({ rulings: insteadSchema(rulingSchema), reason: reasonSchema });

/** Replaces the rulings on checks, or sets the checks aside. */
export interface Overruling extends Shape<typeof overrulingSchema> {}

const houseRequirementSchema = requirementSchema.extend({
  inPlaceOf: z
    .array(requirementIdSchema)
    .describe('Requirements of the authorities that say the same: where one of them decides, this one is cited.')
    .exactOptional(),
  on: z
    .array(z.string())
    .min(1)
    .describe('Check ids or globs: in place of the others only there. Default: everywhere.')
    .exactOptional(),
});

/** `house` has no rulings in the catalogue, so there is nothing to ask it. */
const orderSchema = z
  .array(z.enum(authorities).exclude(['house']))
  .min(1)
  .describe('The first that has a ruling on a check decides alone.');

const byPattern = 'By check id or glob. An exact id takes precedence over a glob; two globs must not match the same check.';

/** A rule book: which authorities to ask, in order, where it overrules them, and the requirements of the house. */
export const profileSchema = z.strictObject({
  name: z.string().min(1),
  title: z.string().min(1),
  authorities: orderSchema,
  requirements: z.record(z.string(), houseRequirementSchema).exactOptional(),
  overrulings: z.record(z.string(), overrulingSchema).describe(byPattern).exactOptional(),
});
export interface Profile extends Shape<typeof profileSchema> {}

/** A requirement of the house as a file states it. */
export const writtenRequirementSchema = houseRequirementSchema.omit({ authority: true }).extend({
  url: z.url().describe('Where to read it: a link to the decision record.').exactOptional(),
  level: houseRequirementSchema.shape.level
    .default('definition')
    .describe('Its strongest word. Default: `definition`, a decision without such a word.'),
  statement: z.string().regex(/\S/, 'a statement is needed').describe('What it says, in one or two sentences.'),
});

/** An overruling as a file states it. */
export const writtenOverrulingSchema = z.strictObject({ reason: reasonSchema, rulings: insteadSchema(writtenRulingSchema) });

/** A profile of a team, as a file. */
export const profileFileSchema = z.strictObject({
  $schema: z.string().describe('The JSON Schema, for editors.').exactOptional(),
  name: z.string().min(1).describe('Its name in results and reports; not that of a bundled profile.'),
  title: z.string().min(1).describe('The same for headings.'),
  extends: z.string().describe('A bundled profile: its authorities are used if the file has none.').exactOptional(),
  authorities: orderSchema.exactOptional(),
  requirements: z
    .record(z.string(), writtenRequirementSchema)
    .describe('The requirements of the house, by id: `house/rule-1`.')
    .exactOptional(),
  overrulings: z.record(z.string(), writtenOverrulingSchema).describe(byPattern).exactOptional(),
});
export interface ProfileFile extends Shape<typeof profileFileSchema> {}
