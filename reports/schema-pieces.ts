import { z } from 'zod';
import { origins, type OriginName } from '../suites/vocabulary/origin.ts';
import { authorities } from '../suites/vocabulary/requirement.ts';

/** What the schemas of results and catalogue have in common. */
export const originName = z.enum(Object.keys(origins) as OriginName[]);

export const headerFields = z.array(z.tuple([z.string(), z.string()]));

const ruling = z.strictObject({
  authority: z.enum(authorities),
  level: z.enum(['must', 'should', 'may']),
  expect: z.union([
    z.strictObject({ oneOf: z.array(z.string()) }),
    z.strictObject({ noneOf: z.array(z.string()) }),
    z.strictObject({ atLeast: z.number().exactOptional(), atMost: z.number().exactOptional() }),
  ]),
  requirement: z.string(),
  disputed: z.string().exactOptional(),
});

/** A check, by the shape of its facts. */
export const checkOf = <Fact extends z.ZodType>(fact: Fact) =>
  z.strictObject({
    fact,
    given: z.strictObject({ fact, oneOf: z.array(z.string()) }).exactOptional(),
    rulings: z.array(ruling),
  });

export const profile = z.strictObject({
  name: z.string(),
  title: z.string(),
  authorities: z.array(z.enum(authorities)),
  overrulings: z
    .record(z.string(), z.strictObject({ rulings: z.union([z.literal('ignore'), z.array(ruling)]), reason: z.string() }))
    .exactOptional(),
});

export const requirement = z.strictObject({
  authority: z.enum(authorities),
  source: z.string(),
  section: z.string(),
  url: z.url().exactOptional(),
  level: z.enum(['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY', 'definition', 'practice']),
  statement: z.string(),
});

/** A schema as JSON Schema, as the text of a file. */
export function jsonSchemaText(title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
