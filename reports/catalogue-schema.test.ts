import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogueJsonSchema, catalogueSchema } from './catalogue-schema.ts';

const published = (name: string): string => readFileSync(join(import.meta.dirname, '../catalogue', name), 'utf8');

test('the published schema is up to date', () => {
  expect(published('catalogue.schema.json') === catalogueJsonSchema(), 'run `npm run schema`').toBe(true);
});

test('the published catalogue is as the schema says', () => {
  const { error } = catalogueSchema.safeParse(JSON.parse(published('catalogue.json')));
  expect(error?.issues ?? []).toEqual([]);
});

describe('the schema refuses', () => {
  const check = { id: 'a/b#settled', fact: { kind: 'settled' }, rulings: [] };
  const scenario = {
    id: 'a/b',
    title: 'A title',
    label: 'abc123',
    routes: { '{home}/start': { status: 302, location: '/target' } },
    calls: [{ method: 'GET', url: '{home}/start' }],
    needs: [],
    checks: [check],
  };
  const accepts = (changed: object): boolean => catalogueSchema.shape.scenarios.safeParse([{ ...scenario, ...changed }]).success;

  test('nothing of a scenario that is right', () => expect(accepts({})).toBe(true));

  test.for<[what: string, changed: object]>([
    ['a part that nobody knows', { weather: 'fine' }],
    ['a place at no origin', { routes: { '/start': { status: 302 } } }],
    ['an answer that is neither built nor raw', { routes: { '{home}/start': {} } }],
    ['a call with an option that nobody knows', { calls: [{ method: 'GET', url: '{home}/start', retries: 3 }] }],
    ['a capability that nobody knows', { needs: ['teleport'] }],
    ['a fact of a kind that nobody knows', { checks: [{ ...check, fact: { kind: 'mood' } }] }],
    ['a fact that lacks a member', { checks: [{ ...check, fact: { kind: 'followed' } }] }],
    ['a check without an id', { checks: [{ fact: check.fact, rulings: [] }] }],
  ])('%s', ([, changed]) => expect(accepts(changed)).toBe(false));
});
