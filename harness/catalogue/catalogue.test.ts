import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Check } from '../../suites/vocabulary/check.ts';
import { factKinds } from '../../suites/vocabulary/fact-kinds.ts';
import { errorClasses } from '../../suites/vocabulary/observation.ts';
import { fillIn } from '../concrete.ts';
import { catalogue } from './catalogue.ts';
import { catalogueText } from './text.ts';

const whole = catalogue();

test('the published catalogue is up to date', () => {
  const published = readFileSync(join(import.meta.dirname, '../../catalogue/catalogue.json'), 'utf8');
  expect(published === catalogueText(whole), 'run `npm run catalogue`').toBe(true);
});

test('every scenario is plain JSON', () => {
  const others = whole.scenarios.filter((scenario) => !isDeepStrictEqual(JSON.parse(JSON.stringify(scenario)), scenario));
  expect(others.map(({ id }) => id)).toEqual([]);
});

test('the text of the catalogue is its JSON, one scenario a line', () => {
  const text = catalogueText(whole);
  expect(JSON.parse(text)).toEqual(whole);
  const lines = text.split('\n').map((line) => line.trim().replace(/,$/, ''));
  for (const scenario of whole.scenarios) expect(lines).toContain(JSON.stringify(scenario));
});

/** What each placeholder becomes, as a reader knows it who has nothing but the catalogue. */
const replacements = new Map(
  whole.placeholders.rules.flatMap(({ placeholder, becomes }) => {
    const [table = '', variable = '', member = ''] = becomes.split('.');
    const entries = Object.entries(whole[table as 'origins'] as object) as [string, Record<string, string>][];
    return entries.map(([name, entry]) => [placeholder.replace(variable, name), entry[member] ?? ''] as const);
  }),
);

test('its rules fill in every placeholder as the harness does', () => {
  const pattern = new RegExp(whole.placeholders.pattern, 'g');
  for (const { id, label, routes, calls } of whole.scenarios) {
    const text = JSON.stringify([routes, calls]);
    const filled = text.replace(pattern, (found) => (replacements.get(found) ?? 'nothing').replace('<label>', label));
    expect(filled).toBe(fillIn(text, id));
  }
});

/** What the variable parts of a documented finding may be; anything unless they stand here. */
const parts: Readonly<Record<string, string>> = {
  n: String.raw`\d+`,
  status: String.raw`(0|\d{3})`,
  'error class': `(${errorClasses.join('|')})`,
  method: '[A-Za-z]+',
  origin: `(${Object.keys(whole.origins).join('|')})`,
};

const formsOf = (kind: Check['fact']['kind']): readonly RegExp[] =>
  factKinds[kind].findings.map((finding) => {
    const pieces = finding.split(/<(.+?)>/).map((piece, index) => (index % 2 ? (parts[piece] ?? '.+') : RegExp.escape(piece)));
    return new RegExp(`^${pieces.join('')}$`, 's');
  });

function valuesIn({ fact, given, rulings }: Check): readonly (readonly [Check['fact']['kind'], string])[] {
  const expected = rulings.flatMap(({ expect: wanted }) =>
    'oneOf' in wanted ? wanted.oneOf : 'noneOf' in wanted ? wanted.noneOf : [],
  );
  return [
    ...expected.map((value) => [fact.kind, value] as const),
    ...(given ? given.oneOf.map((value) => [given.fact.kind, value] as const) : []),
  ];
}

test('every finding that a check names has a form that is documented for facts of its kind', () => {
  const strange = whole.scenarios
    .flatMap(({ checks }) => checks)
    .flatMap((check) => valuesIn(check).map(([kind, value]) => ({ id: check.id, kind, value })))
    .filter(({ kind, value }) => !formsOf(kind).some((form) => form.test(value)));
  expect(strange).toEqual([]);
});
