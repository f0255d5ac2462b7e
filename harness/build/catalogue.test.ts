import { expect, test } from 'vitest';
import { fillIn } from '../concrete/placeholders.ts';
import { catalogue } from './catalogue.ts';
import { catalogueText } from './catalogue-text.ts';

const whole = catalogue();

test('the text of the catalogue is its JSON, one scenario a line', () => {
  const text = catalogueText(whole);
  expect(JSON.parse(text)).toEqual(whole);
  const lines = new Set(text.split('\n').map((line) => line.trim().replace(/,$/, '')));
  for (const scenario of whole.scenarios) expect(lines).toContain(JSON.stringify(scenario));
});

/** What each placeholder becomes, for a reader who has only the catalogue. */
const replacements = new Map(
  whole.placeholders.rules.flatMap(({ placeholder, becomes }) => {
    const [table = '', variable = '', member = ''] = becomes.split('.');
    const entries = Object.entries(whole[table as 'origins'] as object) as [string, Record<string, string>][];
    return entries.map(([name, entry]) => [placeholder.replace(variable, name), entry[member] ?? ''] as const);
  }),
);

test('the rules of the catalogue fill in every placeholder as the harness does', () => {
  const pattern = new RegExp(whole.placeholders.pattern, 'g');
  for (const { id, label, groups, octets, routes, calls } of whole.scenarios) {
    const text = JSON.stringify([routes, calls]);
    const filled = text.replace(pattern, (found) =>
      (replacements.get(found) ?? 'nothing')
        .replace('<label>', label)
        .replace('<LABEL>', label.toUpperCase())
        .replace('<groups>', groups)
        .replace('<GROUPS>', groups.toUpperCase())
        .replace('<octets>', octets),
    );
    expect(filled).toBe(fillIn(text, id));
  }
});
