import type { HeaderShape } from '../../suites/vocabulary/call.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';

/** What adapters use where the driver does not ask which objects of the caller the client changes. */
export const unwatched = <Value extends object>(value: Value): Value => value;

/** Header fields from an object whose values may be lists, as Node.js clients hold them. */
export function fieldsOf(headers: Readonly<object>): [name: string, value: string][] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values]
      .flat()
      .filter((value) => value !== undefined)
      .map((value): [string, string] => [name, String(value)]),
  );
}

/** Header fields as an object; a repeated name becomes a list. */
export function toHeadersObject(fields: HeaderFields): Record<string, string | string[]> {
  const object: Record<string, string | string[]> = {};
  for (const [name, value] of fields) {
    const before = object[name];
    object[name] = before === undefined ? value : [before, value].flat();
  }
  return object;
}

/** Header fields in the form in which a caller wants to pass them. Names must not repeat, except in the two kinds of list. */
export function inShape(
  fields: readonly (readonly [name: string, value: string])[],
  shape: HeaderShape,
): Record<string, string> | Map<string, string> | Headers | [name: string, value: string][] | string[] {
  if (shape === 'pairs') return fields.map(([name, value]): [string, string] => [name, value]);
  if (shape === 'list') return fields.flat();
  if (shape === 'map') return new Map(fields);
  const object = Object.fromEntries(fields);
  return shape === 'headers' ? new Headers(object) : object;
}
