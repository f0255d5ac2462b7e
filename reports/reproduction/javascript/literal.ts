import { quoted } from '../quoted.ts';

const isName = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);

/** A value of JSON as JavaScript on one line, as a person would write it. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, each]) => `${isName(name) ? name : quoted(name)}: ${literal(each)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
