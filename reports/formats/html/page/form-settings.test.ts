// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { FormSettings } from './form-settings.ts';
import { loadContent, only } from './page.fixture.ts';

let settings: FormSettings;

beforeEach(() => {
  loadContent();
  settings = new FormSettings(only('#filters', HTMLFormElement));
});

test('the settings are those of every control of the form, wherever it is on the page', () => {
  expect(settings.valueOf('profile')).toBe('fetch');
  expect(settings.valueOf('suite')).toBe('');
  expect(settings.valuesOf('clients')).toEqual(['node/fetch', 'evil']);
});

test('settings that are the defaults are not in the address', () => {
  expect(settings.changed().toString()).toBe('');
});

test('what was changed is restored, and everything else is set to its default', () => {
  const changed = new URLSearchParams([
    ['profile', 'lax'],
    ['suite', 'cycles'],
    ['search', 'a b'],
    ['disagree', 'yes'],
    ['clients', 'evil'],
    ['clients', 'evil~msw'],
  ]);
  settings.restore(changed);
  expect(settings.valueOf('profile')).toBe('lax');
  expect(settings.valuesOf('clients')).toEqual(['evil', 'evil~msw']);
  expect(Object.fromEntries(settings.changed())).toEqual(Object.fromEntries(changed));
  settings.restore(new URLSearchParams());
  expect(settings.changed().toString()).toBe('');
});

test('a setting without any value is in the address too', () => {
  settings.restore(new URLSearchParams({ clients: '' }));
  expect(settings.valuesOf('clients')).toEqual([]);
  expect(settings.changed().toString()).toBe('clients=');
});
