import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../suites/vocabulary/observation.ts';
import { cellOf, columnOf, followed, judged, request, resultsOf, scenarioOf, settled } from '../../sample.fixture.ts';
import type { PageData } from './page-data.ts';
import { renderHtml } from './render.ts';

const HOSTILE = `</script><img src=x onerror=alert(1)>"'&\u2028\u202E\u0000`;

const observation: Observation = {
  requests: [
    {
      origin: 'home',
      connection: 1,
      httpVersion: '1.1',
      head: `POST /start HTTP/1.1\r\nX-Evil: ${HOSTILE}\r\n\r\n`,
      method: 'POST',
      target: '/start',
      headers: [['X-Evil', HOSTILE]],
      body: { length: 5, text: HOSTILE },
      complete: true,
      answeredBy: { place: '{home}/start', case: 0 },
    },
  ],
  outcomes: [{ kind: 'error', class: 'other', error: { name: HOSTILE, message: HOSTILE } }],
  blocked: [HOSTILE],
};

const scenario = { ...scenarioOf('area/a', settled, followed, request), title: HOSTILE };
const results = resultsOf(
  [{ ...columnOf('evil'), version: HOSTILE, runtime: HOSTILE }, columnOf('evil~msw')],
  [scenario],
  [
    cellOf('evil', scenario, [judged('response', 'pass'), judged(HOSTILE, 'fail'), judged('GET, no body', 'pass')], observation),
    cellOf('evil~msw', scenario, [judged('response', 'pass'), judged('followed', 'pass'), judged('GET, no body', 'pass')]),
  ],
);

const html = renderHtml(results);
const inside = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
const data = JSON.parse(
  gunzipSync(Buffer.from(inside(/<script type="text\/plain" id="data">([^<]*)<\/script>/), 'base64')).toString(),
) as PageData;
const program = inside(/<script>(.*?)<\/script>/s);
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const box = (id: string): string => inside(new RegExp(`(<input[^>]*value="${id}"[^>]*>)`));

describe('the page of a hostile client', () => {
  it('has no element and no attribute of the client’s', () => {
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(html).not.toMatch(/=x onerror=alert\(1\)>"/);
  });

  it('hides nothing that the client sent', () => {
    for (const character of ['\u0000', '\u2028', '\u202E']) expect(html).not.toContain(character);
    expect(html).toContain('\\u{202e}');
  });

  it('has the whole exchange in its data', () => {
    const story = data.cells['evil']?.['area/a']?.story;
    expect(story?.first[0]?.request).toContain('X-Evil: </script><img src=x onerror=alert(1)>"\'&\\u{2028}\\u{202e}\\u{0}');
    expect(story?.outcomes[0]).toContain('error: other');
  });
});

describe('the page', () => {
  it('runs and loads nothing but its own script and style', () => {
    const policy = inside(/Content-Security-Policy" content="([^"]*)"/).replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(program)}`);
    expect(policy).toContain(`style-src ${hash(inside(/<style>(.*?)<\/style>/s))}`);
    expect(html).not.toMatch(/ (?:src|href)="(?!#)/);
  });

  it('brings a program that a browser can parse, with nothing left of types or imports', () => {
    expect(() => new Script(program)).not.toThrow();
    expect(program).not.toMatch(/__vi|import[ ({]/);
  });

  it('says for every profile what it thinks of a cell', () => {
    expect(data.cells['evil']?.['area/a']?.views).toMatchObject({ fetch: { verdict: 'fail' }, lax: { verdict: 'fail' } });
    expect(data.scenarios['area/a']?.checks[1]?.decisions).toEqual({
      fetch: {
        by: 'fetch',
        rulings: [{ words: 'must be “followed”', level: 'must', expect: { oneOf: ['followed'] }, requirement: 'fetch/rule' }],
      },
      lax: { by: 'the profile', reason: 'not here', rulings: [] },
    });
  });

  it('shows the cells of the profile of the run, with a head for each row, group and column', () => {
    expect(html).toContain('<td data-verdict="pass"><button type="button" tabindex="-1">GET, no body</button></td>');
    for (const scope of ['row', 'rowgroup', 'col']) expect(html).toContain(`scope="${scope}"`);
  });

  it('leaves clients under MSW unticked where they also ran on the wire', () => {
    expect(box('evil')).toContain('checked');
    expect(box('evil~msw')).not.toContain('checked');
  });
});
