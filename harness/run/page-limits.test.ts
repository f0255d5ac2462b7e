import { expect, test } from 'vitest';
import { allScenarios } from '../../suites/index.ts';
import type { PageKind } from '../../suites/vocabulary/page.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { whyNoPage, whyNotShown } from './page-limits.ts';

const scenarioOf = (id: string): Scenario => {
  const found = allScenarios.find((scenario) => scenario.id === id);
  if (!found) throw new Error(`there is no scenario ${id}`);
  return found;
};

test.for<[id: string, kind: PageKind, why: string | undefined]>([
  ['method-matrix/301-get', 'fetch', undefined],
  ['method-matrix/301-get', 'navigation', undefined],
  ['method-matrix/301-put', 'fetch', undefined],
  ['method-matrix/301-put', 'navigation', 'a page cannot set the field Content-Type'],
  ['method-matrix/301-head', 'navigation', 'a page cannot send HEAD'],
  ['request-bodies/301-post-stream', 'fetch', 'a page sends a stream only over HTTP/2'],
  ['http2/301-post-stream', 'fetch', undefined],
  ['request-bodies/307-post-stream-with-length', 'fetch', 'a page cannot set the field Content-Length'],
  ['missing-location/only-refresh', 'navigation', 'a document with Refresh leads on by itself'],
  ['missing-location/only-refresh', 'fetch', undefined],
  ['connections/at-once', 'navigation', 'a page goes to one place at a time'],
  ['cycles/self-post', 'navigation', 'a page sends a body only with a form'],
  ['services/https-www-slash', 'fetch', 'an answer in exact bytes cannot allow a page of another origin to read it'],
  ['cross-host-auth/scheme-down-302', 'fetch', 'a page of https cannot ask http: mixed content'],
  ['cross-host-auth/scheme-down-302', 'navigation', undefined],
  ['browser/mixed-content', 'fetch', undefined],
  ['browser/form-307', 'navigation', undefined],
])('what a page cannot ask: %s by %s', ([id, kind, why]) => {
  expect(whyNoPage(scenarioOf(id), kind)).toBe(why);
});

test('a page shows nothing of a secret whose field it cannot set', () => {
  const scenario = scenarioOf('method-matrix/301-get');
  const authorization = { kind: 'canary', secret: 'authorization', at: 'other' } as const;
  expect(whyNotShown(scenario, authorization, 'fetch')).toBeUndefined();
  expect(whyNotShown(scenario, authorization, 'navigation')).toBe('a page cannot set the field Authorization');
});
