import type { Catalogue } from './catalogue.ts';

const isTable = (value: unknown): value is object => typeof value === 'object' && value !== null;

function tableText(value: object): string {
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const rows = Array.isArray(value)
    ? value.map((row) => JSON.stringify(row))
    : Object.entries(value).map(([key, row]) => `${JSON.stringify(key)}: ${JSON.stringify(row)}`);
  return `${open}\n${rows.map((row) => `    ${row}`).join(',\n')}\n  ${close}`;
}

/** A catalogue as the text of its file: one line for each scenario, requirement or origin, so that a change is one line of a diff. */
export function catalogueText(whole: Catalogue): string {
  const parts = Object.entries(whole).map(
    ([key, value]: [string, unknown]) => `  ${JSON.stringify(key)}: ${isTable(value) ? tableText(value) : JSON.stringify(value)}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}
