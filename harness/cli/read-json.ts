import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from './usage-error.ts';

type Issue = z.core.$ZodIssue;

const isInside =
  (path: Issue['path']) =>
  (issue: Issue): boolean =>
    issue.path.length > path.length;

/** For shapes that differ in a name, such as the kind of a fact, and none of which has this one: all names that are possible. */
function oneOfNames(shapes: readonly (readonly Issue[])[]): Issue | undefined {
  const wrongNames = shapes.map((issues) => issues.find(({ code }) => code === 'invalid_value'));
  const [first] = wrongNames;
  if (!first || wrongNames.some((issue) => issue?.path.join() !== first.path.join())) return undefined;
  const names = wrongNames.flatMap((issue) => (issue?.code === 'invalid_value' ? issue.values.map(String) : []));
  return { ...first, message: `Invalid name: expected one of ${[...new Set(names)].join(', ')}` };
}

const hasWrongName = (issues: readonly Issue[]): boolean => issues.some(({ code }) => code === 'invalid_value');

/** For a value that fits none of several shapes: what is wrong inside of the nearest shape, if the value has one of them. */
function unfolded(issue: Issue): readonly Issue[] {
  if (issue.code === 'invalid_key')
    return issue.issues.slice(0, 1).map(({ message }) => ({ ...issue, message: `Invalid key: ${message}` }));
  if (issue.code !== 'invalid_union') return [issue];
  const shapes = issue.errors.map((issues) =>
    issues.flatMap((each) => unfolded({ ...each, path: [...issue.path, ...each.path] })),
  );
  const name = oneOfNames(shapes);
  if (name) return [name];
  const [nearest] = shapes
    .filter((issues) => issues.every(isInside(issue.path)))
    .toSorted((a, b) => Number(hasWrongName(a)) - Number(hasWrongName(b)) || a.length - b.length);
  return nearest ?? [issue];
}

/** Names the members that an object may have, where it has another one. */
const sayMembers: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const { shape } = issue.inst as unknown as z.ZodObject;
  const names = Object.keys(shape).filter((name) => name !== '$schema');
  return `Unrecognized key: ${issue.keys.map((key) => `"${key}"`).join(', ')}; possible are ${names.join(', ')}`;
};

/** The line of what is at a path, for a file whose lines are known. */
type LineAt = (path: Issue['path']) => number;

/** The same issue with its line. */
function withLine(issue: Issue, lineAt: LineAt): Issue {
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return { ...issue, message: `line ${lineAt(key === undefined ? issue.path : [...issue.path, key])}: ${issue.message}` };
}

/** How many faults of a file are said: a generated one may have thousands, all alike. */
const MOST_SAID = 5;

function saidIssues(issues: readonly Issue[], lineAt: LineAt | undefined): string {
  const first = issues.slice(0, MOST_SAID).map((issue) => (lineAt ? withLine(issue, lineAt) : issue));
  const more = issues.length - first.length;
  return `${z.prettifyError(new z.ZodError(first))}${more > 0 ? `; and ${more} more` : ''}`;
}

/** What is wrong with a text or an object, in one line. */
function inOneLine(error: unknown, lineAt?: LineAt): string {
  const text = error instanceof z.ZodError ? saidIssues(error.issues.flatMap(unfolded), lineAt) : (error as Error).message;
  return text
    .split(/\s*\n\s*/)
    .join(' ')
    .trim();
}

/** What a file has, in the shape of a schema. Throws a UsageError that names the file, what it should be, and what is wrong with it. */
export function parseFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  what: string,
  contents: () => unknown,
  lineAt?: LineAt,
): z.infer<Schema> {
  try {
    return schema.parse(contents(), { error: sayMembers });
  } catch (error) {
    throw new UsageError(`${file} is not a valid ${what}: ${inOneLine(error, lineAt)}`);
  }
}

/** Reads a JSON file that a schema describes. Throws a UsageError as `parseFile` does. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema, what: string): z.infer<Schema> {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  if (statSync(file).isDirectory()) throw new UsageError(`${file}: a folder, not a file`);
  return parseFile(file, schema, what, () => JSON.parse(readFileSync(file, 'utf8')));
}
