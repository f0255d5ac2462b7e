import { z } from 'zod';
import {
  type ExpectableOf,
  type Fact,
  type FactKind,
  factKinds,
  type FactOf,
  factSchemaOf,
  formsPattern,
  nameOfFact,
  noFinding,
} from './fact.ts';
import { authorities, type Authority, type RequirementId, requirementIdSchema, type RequirementLevel } from './requirement.ts';

export const levels = ['must', 'should', 'may'] as const;
export type Level = (typeof levels)[number];

/** The words of a requirement that a ruling of each level can rest on: it is never stronger than the text. */
export const wordsFor: Readonly<Record<Level, readonly RequirementLevel[]>> = {
  must: ['MUST', 'MUST NOT', 'definition'],
  should: ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'definition', 'practice'],
  may: ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY', 'definition', 'practice'],
};

/**
 * Which values of a finding satisfy a ruling. A value may stand for several: `any error`, `any error but redirect-loop`,
 * `POST, any body`. Bounds are for findings that are numbers.
 */
export type Expected<Value extends string = string> =
  | { readonly oneOf: readonly Value[] }
  | { readonly noneOf: readonly Value[] }
  | { readonly atLeast?: number; readonly atMost?: number };

/** What one authority says about one fact. */
export interface Ruling<Value extends string = string> {
  readonly authority: Authority;
  readonly level: Level;
  readonly expect: Expected<Value>;
  readonly requirement: RequirementId;
  /** Where readers differ: the other reading, or a link to it. */
  readonly disputed?: string;
}

/** A ruling on facts of a kind; what it expects is a finding of that kind. */
export type RulingOn<Kind extends FactKind> = Ruling<ExpectableOf<Kind>>;

interface GivenOf<Kind extends FactKind> {
  readonly fact: FactOf<Kind>;
  readonly oneOf: readonly ExpectableOf<Kind>[];
}

/** A condition of a check: another fact, and the values of it under which the check is looked at. */
export type Given = { [Kind in FactKind]: GivenOf<Kind> }[FactKind];

/** A check on facts of a kind. */
export interface CheckOf<Kind extends FactKind> {
  readonly fact: FactOf<Kind>;
  readonly given?: Given;
  readonly rulings: readonly RulingOn<Kind>[];
}

/** A fact of a scenario with the rulings on it; looked at only where `given` holds. Its id is `suite/name#fact`. */
export type Check = { [Kind in FactKind]: CheckOf<Kind> }[FactKind];

const boundSchema = z.int().min(0).exactOptional();

const forms =
  'Invalid expectation: expected { "oneOf": […] }, { "noneOf": […] }, or { "atLeast": n, "atMost": n } with one bound or both';

const boundsSchema = z
  .strictObject({ atLeast: boundSchema, atMost: boundSchema })
  .refine((bounds) => Object.keys(bounds).length > 0, forms)
  .refine(({ atLeast = 0, atMost = Infinity }) => atLeast <= atMost, {
    path: ['atLeast'],
    error: 'Impossible: no number is at least this and at most the other bound',
  });

const expectedSchemaOf = (value: z.ZodType<string>) =>
  z.union(
    [z.strictObject({ oneOf: z.array(value).min(1) }), z.strictObject({ noneOf: z.array(value).min(1) }), boundsSchema],
    forms,
  );

const rulingSchemaOf = (value: z.ZodType<string>) => writtenRulingSchemaOf(value).extend({ authority: z.enum(authorities) });

const writtenRulingSchemaOf = (value: z.ZodType<string>) =>
  z.strictObject({
    level: z.enum(levels),
    expect: expectedSchemaOf(value),
    requirement: requirementIdSchema.describe('The id of the requirement that it rests on.'),
    disputed: z.string().describe('Where readers differ: the other reading, or a link to it.').exactOptional(),
  });

/** A ruling apart from its check, so that its values may be of any kind. */
export const rulingSchema: z.ZodType<Ruling> = rulingSchemaOf(z.string()).meta({ id: 'ruling' });

/** A ruling as a user writes it: the requirement says whose ruling it is. */
export type WrittenRuling = Omit<Ruling, 'authority'>;
export const writtenRulingSchema = writtenRulingSchemaOf(z.string());

const valueSchemaOf = (kind: FactKind) => z.string().regex(formsPattern(kind), { error: ({ input }) => noFinding(kind, input) });

const givenSchema = z
  .lazy(() =>
    z.union(factKinds.map((kind) => z.strictObject({ fact: factSchemaOf(kind), oneOf: z.array(valueSchemaOf(kind)).min(1) }))),
  )
  .meta({ id: 'given', description: 'The check is looked at only where this fact has one of these values.' });

const checkSchemaOf = (kind: FactKind, members: z.ZodRawShape) =>
  z.strictObject({
    fact: factSchemaOf(kind),
    given: givenSchema.exactOptional(),
    rulings: z.array(rulingSchemaOf(valueSchemaOf(kind))),
    ...members,
  });

/** A check, by the kind of its fact: only findings of that kind are allowed. A file may have other members. Built when it is first used. */
export const checkSchemaWith = (membersOf: (kind: FactKind) => z.ZodRawShape) =>
  z.lazy(() => z.union(factKinds.map((kind) => checkSchemaOf(kind, membersOf(kind)))));

/** A check of a user's own. Without rulings, what it finds is a note. */
export interface OwnCheck {
  readonly fact: Fact;
  readonly given?: Given;
  readonly rulings?: readonly WrittenRuling[];
}

const writtenRulings = (kind: FactKind) => z.array(writtenRulingSchemaOf(valueSchemaOf(kind))).exactOptional();

export const ownCheckSchema = checkSchemaWith((kind) => ({ rulings: writtenRulings(kind) })).meta({
  id: 'check',
  description: 'Without rulings, what it finds is a note.',
}) as unknown as z.ZodType<OwnCheck>;

export const checkSchema = checkSchemaWith(() => ({})).meta({ id: 'check' }) as unknown as z.ZodType<Check>;

/** `method-matrix/307-post#request@target` */
export type CheckId = string;

export function checkId(scenario: string, check: Pick<Check, 'fact'>): CheckId {
  return `${scenario}#${nameOfFact(check.fact)}`;
}
