import { z } from 'zod';

/** The part of JSON Schema that zod writes for our shapes. */
interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

/** One member of a shape, as a row of a table. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly meaning: string;
}

/** Shapes that have a name of their own in the documentation. */
const named: Readonly<Record<string, string>> = {
  headerFields: 'list of `[name, value]`',
  place: 'place',
  template: 'text',
  repeated: '`{ repeat, times }`',
  answer: 'answer',
  originName: 'origin',
  check: 'check',
};

/** Longer lists of values have a table of their own. */
const MANY = 6;

const literal = (value: unknown): string => (typeof value === 'string' ? `\`'${value}'\`` : `\`${String(value)}\``);

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** An object in short form: `{ username, password }`, optional members with a question mark. */
function objectText({ properties = {}, required = [] }: JsonSchema): string {
  const members = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
  if (members.length === 0) return 'object';
  return members.length > MANY ? `\`{ ${members.slice(0, 3).join(', ')}, … }\`` : `\`{ ${members.join(', ')} }\``;
}

function typeText(schema: JsonSchema): string {
  const { $ref, anyOf, oneOf, type } = schema;
  if ($ref !== undefined) return named[$ref.split('/').at(-1) ?? ''] ?? $ref;
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.length > MANY ? 'name' : schema.enum.map(literal).join(', ');
  const alternatives = anyOf ?? oneOf;
  if (alternatives) return unique(alternatives.map(typeText)).join(' or ');
  if (schema.items) return `list of ${typeText(schema.items)}`;
  if (schema.prefixItems) return `\`[${schema.prefixItems.map(typeText).join(', ')}]\``;
  if (type === 'object') return objectText(schema);
  return type === 'string' ? 'text' : (type ?? 'any');
}

/** The members of a shape with their types in words and what they mean. */
export function fieldsOfSchema(schema: z.ZodType): readonly Field[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: typeText(property),
    isRequired: required.includes(name),
    meaning: property.description ?? '',
  }));
}
