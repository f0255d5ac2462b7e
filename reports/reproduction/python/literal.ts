import { quoted } from '../quoted.ts';

/** A value of JSON as Python on one line. */
export function pythonLiteral(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, each]) => `${quoted(name)}: ${pythonLiteral(each)}`);
  return `{${members.join(', ')}}`;
}
