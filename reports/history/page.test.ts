import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { historyPage } from './page.ts';

it('loads only its own style, and runs nothing', () => {
  const page = historyPage('axios', {
    oldestFirst: [],
    entries: [],
    profile: { name: 'fetch', title: 'Fetch Standard', authorities: ['fetch'] },
  });
  const inside = (pattern: RegExp): string => pattern.exec(page)?.[1] ?? '';
  const hash = createHash('sha256')
    .update(inside(/<style>(.*?)<\/style>/s))
    .digest('base64');
  expect(inside(/Content-Security-Policy" content="([^"]*)"/).replaceAll('&#39;', "'")).toBe(
    `default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-${hash}'`,
  );
});
