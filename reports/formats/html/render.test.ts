import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { recordIn, type RecordChunk } from './data/record-chunk.ts';
import { type FoldedTable, unfoldTable } from './data/folded-table.ts';
import { TableModel } from './data/table-model.ts';
import { renderHtml } from './render.ts';
import { shownHostileText, smallRun } from './small-run.fixture.ts';

const html = await renderHtml(smallRun);
const inside = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
const packed = (attribute: string): unknown =>
  JSON.parse(
    gunzipSync(Buffer.from(inside(new RegExp(`<script type="text/plain" ${attribute}>([^<]*)</script>`)), 'base64')).toString(),
  );
const model = new TableModel(unfoldTable(packed('id="data"') as FoldedTable));
const records = packed('data-records="area"') as RecordChunk;
const program = inside(/<script type="module" async>(.*?)<\/script>/s);
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const box = (id: string): string => inside(new RegExp(`(<input[^>]*value="${id}"[^>]*>)`));

describe('the page of a hostile client', () => {
  it('has no element and no attribute of the client', () => {
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(4);
    expect(html.match(/<\/script/g)).toHaveLength(4);
    expect(html).not.toMatch(/=x onerror=alert\(1\)>"/);
  });

  it('hides nothing that the client sent', () => {
    for (const character of ['\u0000', '\u2028', '\u202E']) expect(html).not.toContain(character);
    expect(html).toContain('\\u{202e}');
  });

  it('has the whole exchange in its data', () => {
    const record = recordIn(records, 'area/first', 1);
    expect(record?.first[0]?.request).toContain(`X-Evil: ${shownHostileText}`);
    expect(record?.results[0]).toContain('error: other');
  });
});

describe('the page', () => {
  it('has the notes on clients, and no section for them if there are none', async () => {
    const [first, ...others] = smallRun.columns;
    const noted = first ? { ...smallRun, columns: [{ ...first, notes: ['it follows <nothing>'] }, ...others] } : smallRun;
    expect(await renderHtml(noted)).toContain(`: it follows &lt;nothing></li>`);
    expect(html).not.toContain('Notes on clients');
  });

  it('cites the requirement behind a worst finding, with a link only to the web', async () => {
    const requirements = Object.keys(smallRun.requirements);
    const withUrl = (url: string): Results => ({
      ...smallRun,
      requirements: Object.fromEntries(
        requirements.map((id) => [
          id,
          { authority: 'house', source: 'Ours', section: 'rule 1', level: 'definition', statement: 'So.', url },
        ]),
      ),
    });
    const link = 'according to <a href="https://wiki.example/1" rel="noreferrer" target="_blank">Ours, rule 1</a>';
    expect(await renderHtml(withUrl('https://wiki.example/1'))).toContain(link);
    const page = await renderHtml(withUrl('javascript:alert(1)'));
    expect(page).toContain('according to Ours, rule 1');
    expect(page).not.toContain('href="javascript');
  });

  it('runs and loads only its own script and style', () => {
    const policy = inside(/Content-Security-Policy" content="([^"]*)"/).replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(program)}`);
    expect(policy).toContain(`style-src ${hash(inside(/<style>(.*?)<\/style>/s))}`);
    expect(html).not.toMatch(/ (?:src|href)="(?!#)/);
  });

  it('has a small script without imports, and without the libraries that only the server needs', () => {
    expect(program.length).toBeGreaterThan(10_000);
    expect(program.length).toBeLessThan(130_000);
    expect(program).not.toMatch(/(?:^|;)import\b|\brequire\(|zod|picomatch/i);
  });

  it('has the verdict and the decision of every profile', () => {
    const [second, first] = [model.scenarios.get('area/second'), model.scenarios.get('area/first')];
    expect(['fetch', 'lax'].map((profile) => second && model.view(second, 1, profile).verdict)).toEqual(['fail', 'pass']);
    const check = first?.checks[1];
    expect(['fetch', 'lax'].map((profile) => check && model.decision(check, profile))).toEqual([
      {
        by: 'fetch',
        rulings: [{ authority: 'fetch', level: 'must', expect: { oneOf: ['followed'] }, requirement: 'fetch/rule' }],
      },
      { by: 'the profile', reason: 'not here', rulings: [] },
    ]);
  });

  it('shows without scripts what is broken, counts, and a matrix of each suite under the profile of the run', () => {
    expect(html).toContain('<h3>Data lost</h3>');
    const plain = inside(/<noscript>(.*)<\/noscript>/s);
    expect(plain).toMatch(/<th scope="row">An area<td><span class="counts"><span data-verdict="pass" title="pass">2 /);
    expect(plain).toContain('<th scope="row">About area/second<td>✓<td>✗<td>?');
  });

  it('does not select a client under MSW that also ran on the wire', () => {
    expect(box('evil')).toContain('checked');
    expect(box('evil~msw')).not.toContain('checked');
  });
});
